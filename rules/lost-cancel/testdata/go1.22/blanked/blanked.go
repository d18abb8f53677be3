// Package blanked throws cancel functions away in the moment it gets them.
package blanked

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"time"

	other "golang.org/x/net/context"
)

func call(ctx context.Context) error { return ctx.Err() }

func timeout(parent context.Context) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // want `^the cancel function that context\.WithTimeout returns is thrown away, so it can never be called$`
	return call(ctx)
}

func deadline(parent context.Context, at time.Time) error {
	ctx, _ := context.WithDeadline(parent, at) // want "the cancel function that context.WithDeadline returns is thrown away"
	return call(ctx)
}

func cause(parent context.Context) error {
	ctx, _ := context.WithCancelCause(parent) // want "context.WithCancelCause returns is thrown away"
	return call(ctx)
}

func timeoutCause(ctx context.Context) error {
	ctx, _ = context.WithTimeoutCause(ctx, time.Second, errors.New("slow")) // want "thrown away"
	return call(ctx)
}

func deadlineCause(parent context.Context, at time.Time) error {
	ctx, _ := context.WithDeadlineCause(parent, at, errors.New("late")) // want "thrown away"
	return call(ctx)
}

func declared(parent context.Context) error {
	var ctx, _ = context.WithCancel(parent) // want "thrown away"
	return call(ctx)
}

// Signals are caught until the stop function is called.
func notified(parent context.Context) error {
	ctx, _ := signal.NotifyContext(parent, os.Interrupt) // want "the cancel function that signal.NotifyContext returns is thrown away"
	<-ctx.Done()
	return ctx.Err()
}

func inCondition(parent context.Context) bool {
	if ctx, _ := context.WithTimeout(parent, time.Second); call(ctx) != nil { // want "thrown away"
		return false
	}
	return true
}

func eachTurn(parent context.Context, n int) {
	for range n {
		ctx, _ := context.WithTimeout(parent, time.Minute) // want "thrown away"
		call(ctx)
	}
}

func inGoroutine(parent context.Context, results chan<- error) {
	go func() {
		ctx, _ := context.WithCancel(parent) // want "thrown away"
		results <- call(ctx)
	}()
}

func inLiteral(parent context.Context) func() error {
	return func() error {
		ctx, _ := (context.WithTimeout)(parent, time.Second) // want "thrown away"
		return call(ctx)
	}
}

func olderPackage(parent other.Context) error {
	ctx, _ := other.WithCancel(parent) // want "thrown away"
	return ctx.Err()
}

func okValue(parent context.Context, key, value any) error {
	ctx := context.WithValue(parent, key, value)
	return call(ctx)
}

func okWithoutCancel(parent context.Context) error {
	return call(context.WithoutCancel(parent))
}

// Its stop function is for those who want it.
func okAfterFunc(parent context.Context, clean func()) {
	_ = context.AfterFunc(parent, clean)
}

// The background is never done, and keeps no list of those derived from it.
func okBackground() error {
	ctx, _ := context.WithCancel(context.Background())
	return call(ctx)
}

func okLaterBackground(again bool) error {
	ctx, cancel := context.WithCancel(context.TODO())
	if again {
		ctx, cancel = context.WithTimeout(ctx, time.Second)
	}
	defer cancel()
	return call(ctx)
}

// Timers and signals refer to their contexts themselves.
func background() {
	ctx, _ := context.WithTimeout(context.Background(), time.Hour) // want "thrown away"
	call(ctx)
	ctx, _ = signal.NotifyContext(context.Background(), os.Interrupt) // want "thrown away"
	call(ctx)
}
