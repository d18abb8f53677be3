// Package sessions holds leases until they are lost.
package sessions

import (
	"context"

	"go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

func untilLost(client *clientv3.Client) error {
	session, err := concurrency.NewSession(client) // want "session, the session that concurrency.NewSession opens, is never closed; nothing is held once `<-session.Done..` shows that it is over"
	if err != nil {
		return err
	}
	<-session.Done()
	return nil
}

func untilLostOrDone(ctx context.Context, client *clientv3.Client) error {
	session, err := concurrency.NewSession(client) // want "not closed on every path"
	if err != nil {
		return err
	}
	select {
	case <-session.Done():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func okClosed(ctx context.Context, client *clientv3.Client) error {
	session, err := concurrency.NewSession(client)
	if err != nil {
		return err
	}
	select {
	case <-session.Done():
	case <-ctx.Done():
		session.Close()
	}
	return ctx.Err()
}
