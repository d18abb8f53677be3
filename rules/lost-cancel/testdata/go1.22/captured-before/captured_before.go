// Package capturedbefore gives cancel functions to variables that function literals captured before.
package capturedbefore

import (
	"context"
	"errors"
	"log"
	"testing"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

type server struct{ teardown []func() error }

func (s *server) onStop(name string, stop func() error) {
	log.Print(name)
	s.teardown = append(s.teardown, stop)
}

func (s *server) okRegisteredBefore(join bool) error {
	leave := func() {}
	s.onStop("cluster", func() error {
		leave()
		return nil
	})
	if join {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		leave = cancel
		go call(ctx)
	}
	if len(s.teardown) > 3 {
		return errors.New("too many")
	}
	return nil
}

func okDeferredBefore(parent context.Context, retries int) error {
	var stop context.CancelFunc
	defer func() {
		if stop != nil {
			stop()
		}
	}()
	for range retries {
		if stop != nil {
			stop()
		}
		ctx, cancel := context.WithCancel(parent)
		stop = cancel
		if err := call(ctx); err != nil {
			return err
		}
	}
	return nil
}

func okNamedAndDeferredBefore(parent context.Context) error {
	var stop context.CancelFunc
	finish := func() {
		if stop != nil {
			stop()
		}
	}
	defer finish()
	ctx, cancel := context.WithCancel(parent)
	stop = cancel
	return call(ctx)
}

func okNamedAndRegisteredBefore(t *testing.T) error {
	var stop context.CancelFunc
	finish := func() { stop() }
	t.Cleanup(finish)
	ctx, cancel := context.WithCancel(context.Background())
	stop = cancel
	return call(ctx)
}

func okNamedAndCalledAfter(parent context.Context) error {
	var stop context.CancelFunc
	finish := func() { stop() }
	ctx, cancel := context.WithCancel(parent)
	stop = cancel
	err := call(ctx)
	finish()
	return err
}

func okByWrapperDeferredBefore(parent context.Context) error {
	finish := func() {}
	defer func() { finish() }()
	ctx, cancel := context.WithCancel(parent)
	finish = func() {
		log.Print("finished")
		cancel()
	}
	return call(ctx)
}

func okOnFailureAndOnSuccess(parent context.Context) (err error) {
	var stop context.CancelFunc
	defer func() {
		if err != nil {
			stop()
		}
	}()
	ctx, cancel := context.WithCancel(parent)
	stop = cancel
	if err := call(ctx); err != nil {
		return err
	}
	stop()
	return nil
}

// Where nothing fails, nobody calls it.
func onFailureOnly(parent context.Context) (err error) {
	var stop context.CancelFunc
	defer func() {
		if err != nil {
			stop()
		}
	}()
	ctx, cancel := context.WithCancel(parent) // want "is not called on every path: `return nil` leaves it behind"
	stop = cancel
	if err := call(ctx); err != nil {
		return err
	}
	return nil
}

// What is deferred is the value that the variable had before.
func valueDeferredBefore(parent context.Context) error {
	stop := func() {}
	defer stop()
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	stop = cancel
	return call(ctx)
}

// The function that calls it has run before, and runs no more.
func calledBefore(parent context.Context) error {
	var stop context.CancelFunc
	finish := func() {
		if stop != nil {
			stop()
		}
	}
	finish()
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	stop = cancel
	return call(ctx)
}

// The deferred function only looks whether there is one.
func lookedAtBefore(parent context.Context) error {
	var stop context.CancelFunc
	defer func() { log.Print(stop != nil) }()
	ctx, cancel := context.WithCancel(parent) // want "is never called"
	stop = cancel
	return call(ctx)
}

// Another variable of the same name.
func shadowedBefore(parent context.Context) error {
	stop := func() {}
	defer func() { stop() }()
	if parent.Err() == nil {
		ctx, cancel := context.WithCancel(parent) // want "is never called"
		stop := cancel
		log.Print(stop != nil)
		return call(ctx)
	}
	return nil
}
