// Package streams derives contexts from that of a stream, which is done when its handler returns.
package streams

import (
	"context"

	"google.golang.org/grpc"
)

func call(ctx context.Context) error { return ctx.Err() }

func okHandler(_ any, stream grpc.ServerStream) error {
	ctx, _ := context.WithCancel(stream.Context())
	return call(ctx)
}

// A stream may go on for days.
func messages(_ any, stream grpc.ServerStream) error {
	for {
		var message any
		if err := stream.RecvMsg(&message); err != nil {
			return err
		}
		ctx, _ := context.WithCancel(stream.Context()) // want "thrown away"
		call(ctx)
	}
}

// That of a client is as long as the client likes.
func client(stream grpc.ClientStream) error {
	ctx, _ := context.WithCancel(stream.Context()) // want "thrown away"
	return call(ctx)
}
