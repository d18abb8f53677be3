// Package done leaves functions without a cancel where the context is known to be done.
package done

import (
	"context"
	"errors"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

// A child of a context that is done is done itself, and its parent knows it no more.
func okParentDone(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	if parent.Err() != nil {
		return parent.Err()
	}
	defer cancel()
	return call(ctx)
}

func okItselfDone(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	if err := ctx.Err(); err != nil {
		return err
	}
	defer cancel()
	return call(ctx)
}

func okWhichError(parent context.Context) error {
	ctx, cancel := context.WithCancelCause(parent)
	if err := call(ctx); err == nil || context.Canceled == ctx.Err() {
		cancel(nil)
		return err
	}
	if ctx.Err() == context.Canceled {
		return errors.New("cancelled")
	}
	cancel(nil)
	return nil
}

// The stream is opened again and again until the parent is done.
func okNextInLoop(parent context.Context, failures <-chan error, open func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	open(ctx)
	go func() {
		for range failures {
			if parent.Err() != nil {
				return
			}
			next, cancelNext := context.WithCancel(parent)
			open(next)
			cancel()
			cancel = cancelNext
		}
		cancel()
	}()
}

func okGrandparentDone(grandparent context.Context) error {
	parent, cancelParent := context.WithCancel(grandparent)
	defer cancelParent()
	ctx, cancel := context.WithCancel(parent)
	if parent.Err() != nil {
		return parent.Err()
	}
	defer cancel()
	return call(ctx)
}

// A child may be done long before its parent.
func childDone(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "not called on every path"
	child, cancelChild := context.WithTimeout(ctx, time.Second)
	defer cancelChild()
	if child.Err() != nil {
		return child.Err()
	}
	defer cancel()
	return call(child)
}

func notDone(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	_ = cancel
	if ctx.Err() == nil {
		return nil
	}
	return ctx.Err()
}

func otherError(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "not called on every path"
	if err := call(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}
