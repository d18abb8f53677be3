// Package partlycalled cancels contexts on all paths, or on all but one.
package partlycalled

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

func call(ctx context.Context) error { return ctx.Err() }

func onSuccess(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "^cancel, the cancel function that context.WithCancel returns, is not called on every path: `return err` leaves it behind$"
	if err := call(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

func onError(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "`return err` leaves it behind"
	err := call(ctx)
	if err != nil {
		cancel()
	}
	return err
}

func okEachPath(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	if err := call(ctx); err != nil {
		cancel()
		return err
	}
	cancel()
	return nil
}

func okDeferred(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	return call(ctx)
}

func okDeferredCause(parent context.Context) error {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	return call(ctx)
}

func okDeferredLiteral(parent context.Context) (err error) {
	ctx, cancel := context.WithCancel(parent)
	defer func() {
		if err != nil {
			log.Print(err)
		}
		cancel()
	}()
	return call(ctx)
}

// The defer comes after a way out.
func deferredTooLate(parent context.Context, check func() error) error {
	ctx, cancel := context.WithTimeout(parent, time.Second) // want "leaves it behind"
	if err := check(); err != nil {
		return err
	}
	defer cancel()
	return call(ctx)
}

func inLoop(parent context.Context, n int) {
	for range n {
		ctx, cancel := context.WithTimeout(parent, time.Second) // want "gets another value before it is called"
		if call(ctx) != nil {
			continue
		}
		cancel()
	}
}

func okInLoop(parent context.Context, n int) {
	for range n {
		ctx, cancel := context.WithTimeout(parent, time.Second)
		err := call(ctx)
		cancel()
		if err != nil {
			return
		}
	}
}

func okLiteralInLoop(parent context.Context, n int) {
	for range n {
		func() {
			ctx, cancel := context.WithTimeout(parent, time.Second)
			defer cancel()
			call(ctx)
		}()
	}
}

func labelledContinue(parent context.Context, jobs [][]int) {
next:
	for _, job := range jobs {
		ctx, cancel := context.WithCancel(parent) // want "before it is called"
		for range job {
			if call(ctx) != nil {
				continue next
			}
		}
		cancel()
	}
}

func inSelect(parent context.Context, done <-chan int, quit <-chan struct{}) (int, error) {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	go call(ctx)
	select {
	case n := <-done:
		cancel()
		return n, nil
	case <-quit:
		return 0, errors.New("quit")
	}
}

func okInSelect(parent context.Context, done <-chan int) (int, error) {
	ctx, cancel := context.WithCancel(parent)
	select {
	case n := <-done:
		cancel()
		return n, nil
	case <-parent.Done():
		cancel()
		return 0, ctx.Err()
	}
}

func inSwitch(parent context.Context, n int) {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	switch {
	case n < 0:
		cancel()
	case n == 0:
		call(ctx)
	default:
		cancel()
	}
}

func okInSwitch(parent context.Context, n int) {
	ctx, cancel := context.WithCancel(parent)
	switch {
	case n == 0:
		call(ctx)
		fallthrough
	default:
		cancel()
	}
}

// Only one of the ways out goes through the function literal.
func inLiteral(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	finish := func(err error) error {
		cancel()
		return err
	}
	if err := call(ctx); err != nil {
		return err
	}
	return finish(nil)
}

func okInLiteral(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	finish := func(err error) error {
		cancel()
		return err
	}
	if err := call(ctx); err != nil {
		return finish(err)
	}
	return finish(nil)
}

func okExits(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	if err := call(ctx); err != nil {
		die(err)
	}
	cancel()
}

func die(err error) {
	log.Print(err)
	os.Exit(1)
}

func okFatal(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	if err := call(ctx); err != nil {
		log.Fatal(err)
	}
	cancel()
}

func okPanics(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	if err := call(ctx); err != nil {
		panic(err)
	}
	cancel()
}

func okGoto(parent context.Context) (err error) {
	ctx, cancel := context.WithCancel(parent)
	if err = call(ctx); err != nil {
		goto done
	}
	err = call(ctx)
done:
	cancel()
	return err
}

func okErrgroup(parent context.Context) error {
	group, ctx := errgroup.WithContext(parent)
	group.Go(func() error { return call(ctx) })
	return group.Wait()
}

// Cancelling is one of the things that the group runs.
func okCancelledInGroup(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	var group errgroup.Group
	group.Go(func() error {
		defer cancel()
		return call(ctx)
	})
	return group.Wait()
}

// The group has a context of its own; that of its parent stays.
func besideErrgroup(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want "leaves it behind"
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error { return call(inner) })
	if err := group.Wait(); err != nil {
		return err
	}
	cancel()
	return nil
}

// The goroutine calls it on one of its paths only.
func inGoroutine(parent context.Context) {
	ctx, cancel := context.WithCancel(parent) // want "called"
	go func() {
		if call(ctx) != nil {
			cancel()
		}
	}()
}
