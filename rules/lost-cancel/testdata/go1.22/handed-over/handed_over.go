// Package handedover gives its cancel functions to somebody else, who calls them.
package handedover

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

func okReturnedCall(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}

func okReturned(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	return ctx, cancel
}

func okNamedResults(parent context.Context) (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithTimeout(parent, time.Second)
	return
}

func okReturnedInLiteral(parent context.Context, wait *sync.WaitGroup) (context.Context, func()) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	return ctx, func() {
		cancel()
		wait.Wait()
	}
}

func okReturnedInVariable(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(parent)
	stop = func() { cancel() }
	return ctx, stop
}

func okReturnedAsInterface(parent context.Context) (context.Context, any) {
	ctx, cancel := context.WithCancel(parent)
	var stop any = cancel
	return ctx, stop
}

type server struct {
	ctx    context.Context
	cancel context.CancelFunc
	all    []context.CancelFunc
	byID   map[string]context.CancelFunc
}

func (s *server) okField(parent context.Context) {
	s.ctx, s.cancel = context.WithCancel(parent)
}

func (s *server) okFieldLater(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	s.cancel = cancel
	go call(ctx)
}

func okLiteralField(parent context.Context) *server {
	ctx, cancel := context.WithCancel(parent)
	return &server{ctx: ctx, cancel: cancel}
}

func okLocalStruct(parent context.Context) *server {
	s := new(server)
	s.ctx, s.cancel = context.WithCancel(parent)
	return s
}

func (s *server) okAppended(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	s.all = append(s.all, cancel)
	return ctx
}

func (s *server) okMapEntry(parent context.Context, id string) context.Context {
	ctx, cancel := context.WithCancel(parent)
	s.byID[id] = cancel
	return ctx
}

func okSent(parent context.Context, stops chan<- context.CancelFunc) context.Context {
	ctx, cancel := context.WithCancel(parent)
	stops <- cancel
	return ctx
}

var (
	running context.Context
	halt    context.CancelFunc
)

func okPackageVariable(parent context.Context) {
	running, halt = context.WithCancel(parent)
}

func okPointer(parent context.Context, to *context.CancelFunc) (ctx context.Context) {
	ctx, *to = context.WithCancel(parent)
	return ctx
}

func okInContext(parent context.Context, key any) context.Context {
	ctx, cancel := context.WithCancel(parent)
	return context.WithValue(ctx, key, cancel)
}

func okCleanup(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	return ctx
}

func okCleanupLiteral(t testing.TB) context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	t.Cleanup(func() { cancel(nil) })
	return ctx
}

func okAfterFunc(parent, other context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	context.AfterFunc(other, cancel)
	return ctx
}

func okAfterFuncLiteral(parent, other context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(parent)
	context.AfterFunc(other, func() { cancel(context.Cause(other)) })
	return ctx
}

func okAfterTime(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	time.AfterFunc(time.Second, cancel)
	return ctx
}

func okGoroutine(parent context.Context, run func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		defer cancel()
		run(ctx)
	}()
}

func okGoroutineItself(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	go cancel()
	return ctx
}

// Whoever serves the request ends its context.
func okWatched(r *http.Request) *http.Request {
	ctx, cancel := context.WithCancel(r.Context())
	go func() {
		<-ctx.Done()
		cancel()
	}()
	return r.WithContext(ctx)
}

func okPassed(parent context.Context, use func(context.Context, context.CancelFunc)) {
	use(context.WithCancel(parent))
}

func okPassedLater(parent context.Context, use func(context.CancelFunc)) {
	ctx, cancel := context.WithCancel(parent)
	use(cancel)
	call(ctx)
}

func okHelper(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	defer stop(cancel)
	call(ctx)
}

func stop(cancel context.CancelFunc) { cancel() }

func okSecondName(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	stop := cancel
	defer stop()
	call(ctx)
}

func okOuterVariable(parent context.Context) (start func() context.Context, stop func()) {
	var cancel context.CancelFunc
	return func() context.Context {
		var ctx context.Context
		ctx, cancel = context.WithCancel(parent)
		return ctx
	}, func() { cancel() }
}

// The callers of a helper own what it returns.
func helped(parent context.Context) error {
	ctx, _ := okReturned(parent) // want "the cancel function that okReturned returns is thrown away"
	return call(ctx)
}

func okHelped(parent context.Context) error {
	ctx, cancel := okReturned(parent)
	defer cancel()
	return call(ctx)
}
