// Package nevercalled keeps cancel functions in variables and does not call them.
package nevercalled

import (
	"context"
	"fmt"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

// What silences the compiler cancels nothing.
func silenced(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want `^cancel, the cancel function that context\.WithCancel returns, is never called$`
	_ = cancel
	return call(ctx)
}

func compared(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	if cancel == nil {
		return nil
	}
	return call(ctx)
}

// The literal is never called either.
func inUnusedLiteral(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	_ = func() { cancel() }
	return call(ctx)
}

// Another variable of the same name is called.
func shadowed(parent context.Context, again bool) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	_ = cancel
	if again {
		ctx, cancel := context.WithTimeout(parent, time.Second)
		defer cancel()
		return call(ctx)
	}
	return call(ctx)
}

// The helper wants the function for its log only.
func described(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	describe(cancel)
	return call(ctx)
}

func describe(stop context.CancelFunc) { fmt.Println("may be stopped:", stop != nil) }

// Waiting for the context is not cancelling it.
func awaited(parent context.Context, result <-chan int) (int, error) {
	ctx, cancel := context.WithTimeout(parent, time.Second) // want "is never called"
	_ = cancel
	select {
	case n := <-result:
		return n, nil
	case <-time.After(2 * time.Second):
		return 0, ctx.Err()
	}
}

// The deferred cancel is the one of the other context.
func mistaken(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	inner, stop := context.WithTimeout(parent, time.Second) // want "stop, the cancel function that context.WithTimeout returns, is never called"
	_ = stop
	call(inner)
	return call(ctx)
}
