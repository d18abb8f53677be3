// Package replaced puts one cancel function in the place of another.
package replaced

import (
	"context"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

func everyTurn(parent context.Context, n int) {
	var ctx context.Context
	var cancel context.CancelFunc
	for range n {
		ctx, cancel = context.WithTimeout(parent, time.Second) // want "^cancel, the cancel function that context.WithTimeout returns, gets another value before it is called$"
		call(ctx)
	}
	cancel()
}

// With a timeout the first context has nobody who cancels it.
func chosen(parent context.Context, timeout time.Duration) error {
	ctx, cancel := context.WithCancel(parent) // want "gets another value before it is called"
	if timeout > 0 {
		ctx, cancel = context.WithTimeout(parent, timeout)
	}
	defer cancel()
	return call(ctx)
}

func okChosen(parent context.Context, timeout time.Duration) error {
	var ctx context.Context
	var cancel context.CancelFunc
	if timeout > 0 {
		ctx, cancel = context.WithTimeout(parent, timeout)
	} else {
		ctx, cancel = context.WithCancel(parent)
	}
	defer cancel()
	return call(ctx)
}

// The deferred call is that of the first cancel function.
func firstDeferred(parent context.Context, n int) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	defer cancel()
	for range n {
		ctx, cancel = context.WithTimeout(parent, time.Second) // want "leaves it behind|before it is called"
		call(ctx)
	}
}

func okLatestDeferred(parent context.Context, n int) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	defer func() { cancel() }()
	for range n {
		cancel()
		ctx, cancel = context.WithTimeout(parent, time.Second)
		call(ctx)
	}
}

func okCalledBefore(parent context.Context, n int) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	for range n {
		cancel()
		ctx, cancel = context.WithTimeout(parent, time.Second)
		call(ctx)
	}
	cancel()
}

func okNothingToCall(ctx context.Context, timeout time.Duration) error {
	cancel := func() {}
	if timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, timeout)
	}
	defer cancel()
	return call(ctx)
}

func okCalledUnlessNil(ctx context.Context, timeout time.Duration) error {
	var cancel context.CancelFunc
	if timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, timeout)
	}
	err := call(ctx)
	if cancel != nil {
		cancel()
	}
	return err
}

func okDeferredInBranch(ctx context.Context, timeout time.Duration) error {
	if timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, timeout)
		defer cancel()
	}
	return call(ctx)
}

func okShadowed(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if ctx, cancel := context.WithTimeout(ctx, time.Second); call(ctx) != nil {
		cancel()
	} else {
		defer cancel()
	}
	return call(ctx)
}
