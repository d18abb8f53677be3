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

// Where one path calls it, a defer beside that would be one call too many to suggest.
func onePath(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	if err := call(ctx); err != nil {
		return errors.New("no")
	}
	cancel()
	return nil
}
