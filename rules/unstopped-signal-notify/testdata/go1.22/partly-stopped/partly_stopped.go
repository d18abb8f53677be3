// Package partlystopped unregisters channels on all paths, or on all but one.
package partlystopped

import (
	"context"
	"os"
	"os/signal"
)

// The end of the context leaves the channel registered.
func onSignal(ctx context.Context) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "^c, the signal channel that signal.Notify registers, is not unregistered on every path: `return ctx.Err\\(\\)` leaves it behind$"
	select {
	case <-c:
		signal.Stop(c)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func okEachCase(ctx context.Context) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	select {
	case <-c:
		signal.Stop(c)
		return nil
	case <-ctx.Done():
		signal.Stop(c)
		return ctx.Err()
	}
}

// A way out comes before the defer.
func deferredTooLate(start func() error) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "`return err` leaves it behind"
	if err := start(); err != nil {
		return err
	}
	defer signal.Stop(c)
	<-c
	return nil
}

func okAfterLoop(ctx context.Context, reload func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
loop:
	for {
		select {
		case <-c:
			reload()
		case <-ctx.Done():
			break loop
		}
	}
	signal.Stop(c)
}

func okOptional(isWanted bool, done <-chan struct{}) {
	c := make(chan os.Signal, 1)
	if isWanted {
		signal.Notify(c, os.Interrupt)
		defer signal.Stop(c)
	}
	select {
	case <-c:
	case <-done:
	}
}
