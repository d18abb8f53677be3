// Package stopped unregisters its channels, in many ways.
package stopped

import (
	"context"
	"os"
	"os/signal"
	"testing"
)

func okDeferred() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer signal.Stop(c)
	<-c
}

func okDeferredBefore() {
	c := make(chan os.Signal, 1)
	defer signal.Stop(c)
	signal.Notify(c, os.Interrupt)
	<-c
}

func okDeferredLiteral() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer func() {
		signal.Stop(c)
		close(c)
	}()
	<-c
}

func okInGoroutine(ctx context.Context, stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		defer signal.Stop(c)
		select {
		case <-c:
			stop()
		case <-ctx.Done():
		}
	}()
}

// The goroutine waits for signals until the process ends.
func okForEver(reload func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		for range c {
			reload()
		}
	}()
}

func okEndless(reload func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	for {
		<-c
		reload()
	}
}

func okExits() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	os.Exit(1)
}

func okExitsInGoroutine() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		os.Exit(1)
	}()
}

func okCleanup(t *testing.T) <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	t.Cleanup(func() { signal.Stop(c) })
	return c
}

func okHelper() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer ignore(c)
	<-c
}

func ignore(c chan os.Signal) { signal.Stop(c) }

func okNotifyContext(parent context.Context) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt)
	defer stop()
	<-ctx.Done()
}

// Ignore and Reset undo what Notify has done.
func okIgnored() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	signal.Ignore(os.Interrupt)
}

func okReset() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer func() {
		signal.Reset()
		close(c)
	}()
	<-c
}
