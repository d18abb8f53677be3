// Package health asks servers over google.golang.org/grpc.
package health

import (
	"context"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/health/grpc_health_v1"
)

func okDeferred(ctx context.Context, target string) error {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = pb.NewHealthClient(conn).Check(ctx, &pb.HealthCheckRequest{})
	return err
}

type client struct {
	pb.HealthClient
	conn *grpc.ClientConn
}

func okKept(target string) (*client, error) {
	conn, err := grpc.NewClient(target)
	if err != nil {
		return nil, err
	}
	return &client{HealthClient: pb.NewHealthClient(conn), conn: conn}, nil
}

func okStub(target string) (pb.HealthClient, func() error, error) {
	conn, err := grpc.NewClient(target)
	if err != nil {
		return nil, nil, err
	}
	return pb.NewHealthClient(conn), conn.Close, nil
}

// The client has no way to close its connection.
func check(ctx context.Context, target string) error {
	conn, err := grpc.NewClient(target) // want "conn, the connection that grpc.NewClient opens, is never closed"
	if err != nil {
		return err
	}
	client := pb.NewHealthClient(conn)
	if _, err := client.Check(ctx, &pb.HealthCheckRequest{}); err != nil {
		return fmt.Errorf("check %s: %w", target, err)
	}
	return nil
}

func checkAll(ctx context.Context, targets []string) error {
	for _, target := range targets {
		conn, err := grpc.DialContext(ctx, target) // want "is n|gets another value"
		if err != nil {
			return err
		}
		if _, err := pb.NewHealthClient(conn).Check(ctx, &pb.HealthCheckRequest{}); err != nil {
			return err
		}
	}
	return nil
}

func connected(ctx context.Context, target string) (*grpc.ClientConn, error) {
	conn, err := grpc.NewClient(target) // want `not closed on every path: .return nil, ctx\.Err\(\). leaves it behind`
	if err != nil {
		return nil, err
	}
	conn.Connect()
	if !conn.WaitForStateChange(ctx, conn.GetState()) {
		return nil, ctx.Err()
	}
	return conn, nil
}
