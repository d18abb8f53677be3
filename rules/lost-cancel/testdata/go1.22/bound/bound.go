// Package bound derives contexts from contexts that are cancelled themselves.
package bound

import (
	"context"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

func okBothCancelled(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	inner, stop := context.WithTimeout(ctx, time.Second)
	defer stop()
	return call(inner)
}

// Cancelling a child does not cancel its parent.
func childOnly(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	_ = cancel
	inner, stop := context.WithTimeout(ctx, time.Second)
	defer stop()
	return call(inner)
}

// The context that is cancelled is not the parent.
func sibling(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	other, _ := context.WithCancel(parent) // want "thrown away"
	go call(ctx)
	return call(other)
}
