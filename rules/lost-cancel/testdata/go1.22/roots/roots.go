// Package roots derives contexts from some that are never done.
package roots

import (
	"context"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

// The root keeps no list of those derived from it.
func okVariable() error {
	root := context.Background()
	ctx, _ := context.WithCancel(root)
	return call(ctx)
}

func okDeclared() error {
	var root = context.TODO()
	ctx, cancel := context.WithCancelCause(root)
	_ = cancel
	return call(ctx)
}

func okSameVariable(again bool) error {
	ctx := context.Background()
	ctx, cancel := context.WithCancel(ctx)
	if again {
		return call(ctx)
	}
	cancel()
	return nil
}

// Who is not cancelled with a parent keeps no list of children, either.
func okDetached(parent context.Context) error {
	ctx, cancel := context.WithCancel(context.WithoutCancel(parent))
	_ = cancel
	return call(ctx)
}

// Whatever else the variable may hold keeps its children.
func perhapsRoot(parent context.Context) error {
	ctx := context.Background()
	if parent != nil {
		ctx = parent
	}
	ctx, _ = context.WithCancel(ctx) // want "thrown away"
	return call(ctx)
}

func parameter(root context.Context) error {
	if root == nil {
		root = context.Background()
	}
	ctx, _ := context.WithCancel(root) // want "thrown away"
	return call(ctx)
}

// From the second turn on the parent is the context of the turn before, which has a timer.
func turns(n int) {
	ctx := context.Background()
	for range n {
		ctx, _ = context.WithCancel(ctx)             // want "thrown away"
		ctx, _ = context.WithTimeout(ctx, time.Hour) // want "thrown away"
		call(ctx)
	}
}

// The goroutine goes on for ever.
func started(work func(context.Context)) {
	ctx, _ := context.WithCancel(context.Background()) // want "thrown away"
	go work(ctx)
}

func kept(register func(func())) {
	root := context.Background()
	ctx, cancel := context.WithCancel(root) // want "never called"
	_ = cancel
	go func() {
		<-ctx.Done()
		register(nil)
	}()
}
