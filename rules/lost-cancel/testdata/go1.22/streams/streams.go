// Package streams derives contexts from that of a stream, which is done when its handler returns.
package streams

import (
	"context"
	"net/http"

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

type session struct {
	ctx    context.Context
	values context.Context
	shared context.Context
}

type key struct{}

func newSession(stream grpc.ServerStream, shared context.Context) *session {
	ctx, cancel := context.WithCancel(stream.Context())
	context.AfterFunc(stream.Context(), cancel)
	return &session{ctx: ctx, values: ctx, shared: shared}
}

func (s *session) Context() context.Context { return s.ctx }

func (s *session) remember(value any) {
	s.values = context.WithValue(s.values, key{}, value)
}

func (s *session) end() { s.ctx, s.values = nil, nil }

func (s *session) okField() error {
	ctx, _ := context.WithCancel(s.ctx)
	return call(ctx)
}

func (s *session) okMethod() error {
	ctx, _ := context.WithCancel(context.WithValue(s.Context(), key{}, 1))
	return call(ctx)
}

func (s *session) okValues() error {
	ctx, _ := context.WithCancel(s.values)
	return call(ctx)
}

func (s *session) lost() error {
	ctx, _ := context.WithCancel(s.shared) // want "thrown away"
	return call(ctx)
}

// A request that is made here is answered elsewhere, and its context is that of the caller.
func ownRequest(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, "GET", "https://example.com", nil)
	if err != nil {
		return err
	}
	child, _ := context.WithCancel(request.Context()) // want "thrown away"
	return call(child)
}

func okRequestForRequest(_ http.ResponseWriter, r *http.Request) error {
	request, err := http.NewRequestWithContext(r.Context(), "GET", "https://example.com", nil)
	if err != nil {
		return err
	}
	child, _ := context.WithCancel(request.Context())
	return call(child)
}
