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

func okSameVariable(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	ctx, _ = context.WithTimeoutCause(ctx, time.Second, context.DeadlineExceeded)
	defer cancel(context.Canceled)
	return call(ctx)
}

func sameVariable(ctx context.Context) error {
	ctx, _ = context.WithTimeout(ctx, time.Second) // want "thrown away"
	return call(ctx)
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

type key struct{}

func withName(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, key{}, name)
}

func detached(ctx context.Context) context.Context {
	return context.WithValue(context.Background(), key{}, ctx.Value(key{}))
}

func okParentInValue(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	inner, stop := context.WithTimeout(context.WithValue(ctx, key{}, "x"), time.Second)
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}

func okParentWrapped(parent context.Context) error {
	ctx, cancel := context.WithCancel(withName(parent, "outer"))
	defer cancel()
	named := withName(ctx, "inner")
	inner, stop := context.WithTimeout(named, time.Second)
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}

func parentOnlyWrapped(parent context.Context) error {
	inner, stop := context.WithTimeout(withName(parent, "inner"), time.Second) // want "is not called on every path"
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}

func parentDetached(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	inner, stop := context.WithTimeout(detached(ctx), time.Second) // want "is not called on every path"
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}

func parentWithoutCancel(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	inner, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second) // want "is not called on every path"
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}

// A nil context makes this panic; it is not that of a request.
func parentNil(call func(context.Context) error) error {
	inner, stop := context.WithCancel(nil) // want "is not called on every path"
	if err := call(inner); err != nil {
		return err
	}
	stop()
	return nil
}
