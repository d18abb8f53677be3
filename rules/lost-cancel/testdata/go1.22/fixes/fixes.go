// Package fixes shows where a defer is suggested, and where not.
package fixes

import (
	"context"
	"errors"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

func plain(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "never called"
	_ = cancel
	return call(ctx)
}

func named(parent context.Context) error {
	inner, stop := context.WithTimeout( // want "never called"
		parent,
		time.Second,
	)
	_ = stop
	return call(inner)
}

// In a loop a defer would pile up.
func inLoop(parent context.Context, n int) {
	for range n {
		ctx, cancel := context.WithTimeout(parent, time.Second) // want "another value"
		_ = cancel
		call(ctx)
	}
}

// A second call does nothing.
func onePath(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	if err := call(ctx); err != nil {
		return errors.New("no")
	}
	cancel()
	return nil
}

func blank(parent context.Context) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // want "thrown away"
	return call(ctx)
}

func blankParameter(ctx, other context.Context) error {
	ctx, _ = context.WithTimeout(ctx, time.Second) // want "thrown away"

	other, _ = context.WithCancel(other) // want "thrown away"
	return errors.Join(call(ctx), call(other))
}

func blankCause(parent context.Context) error {
	ctx, _ := context.WithCancelCause(parent) // want "thrown away"
	return call(ctx)
}

type job struct{ ctx context.Context }

// No fix: the job needs the context for longer than the function runs.
func blankStored(parent context.Context) *job {
	ctx, _ := context.WithCancel(parent) // want "thrown away"
	return &job{ctx}
}

// No fix: := would declare another variable in the block.
func blankOuter(ctx context.Context, isLimited bool) error {
	if isLimited {
		ctx, _ = context.WithTimeout(ctx, time.Second) // want "thrown away"
	}
	return call(ctx)
}
