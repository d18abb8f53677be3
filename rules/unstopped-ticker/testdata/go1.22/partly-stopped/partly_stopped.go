// Package partlystopped stops tickers on all paths, or on all but one.
package partlystopped

import (
	"context"
	"errors"
	"log"
	"testing"
	"time"
)

// The timeout is the one way out that forgets the ticker.
func timeout(ctx context.Context, ready func() bool) error {
	ticker := time.NewTicker(time.Second) // want "leaves it behind"
	for {
		select {
		case <-ctx.Done():
			ticker.Stop()
			return ctx.Err()
		case <-time.After(time.Minute):
			return errors.New("timeout")
		case <-ticker.C:
			if ready() {
				ticker.Stop()
				return nil
			}
		}
	}
}

func okEveryWayOut(ctx context.Context, ready func() bool) error {
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case <-ctx.Done():
			ticker.Stop()
			return ctx.Err()
		case <-ticker.C:
			if ready() {
				ticker.Stop()
				return nil
			}
		}
	}
}

// An error on the way to the defer.
func deferredTooLate(check func() error) error {
	ticker := time.NewTicker(time.Second) // want "`return err` leaves it behind"
	if err := check(); err != nil {
		return err
	}
	defer ticker.Stop()
	<-ticker.C
	return nil
}

// The break leaves the loop, and nothing after it stops the ticker.
func labelledBreak(stop <-chan struct{}, isDone func() bool) {
	ticker := time.NewTicker(time.Second) // want "leaves it behind"
loop:
	for {
		select {
		case <-stop:
			ticker.Stop()
			return
		case <-ticker.C:
			if isDone() {
				break loop
			}
		}
	}
}

func okStoppedAfterLoop(stop <-chan struct{}) {
	ticker := time.NewTicker(time.Second)
loop:
	for {
		select {
		case <-stop:
			break loop
		case <-ticker.C:
		}
	}
	ticker.Stop()
}

func okOptional(interval time.Duration, stop <-chan struct{}) {
	var ticker *time.Ticker
	var tick <-chan time.Time
	if interval > 0 {
		ticker = time.NewTicker(interval)
		tick = ticker.C
	}
	select {
	case <-tick:
	case <-stop:
	}
	if ticker != nil {
		ticker.Stop()
	}
}

func okOptionalDeferred(interval time.Duration, stop <-chan struct{}) {
	var tick <-chan time.Time
	if interval > 0 {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		tick = ticker.C
	}
	select {
	case <-tick:
	case <-stop:
	}
}

func okFasterNow(faster <-chan time.Duration) {
	ticker := time.NewTicker(time.Second)
	for d := range faster {
		ticker.Stop()
		ticker = time.NewTicker(d)
	}
	ticker.Stop()
}

func okLatestDeferred(faster <-chan time.Duration) {
	ticker := time.NewTicker(time.Second)
	defer func() { ticker.Stop() }()
	for d := range faster {
		ticker.Stop()
		ticker = time.NewTicker(d)
	}
}

// The defer stops the first ticker, not the later ones.
func firstDeferred(faster <-chan time.Duration) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for d := range faster {
		ticker.Stop()
		ticker = time.NewTicker(d) // want "the end of the function leaves it behind"
	}
}

func okFatal(check func() error) {
	ticker := time.NewTicker(time.Second)
	if err := check(); err != nil {
		log.Fatal(err)
	}
	ticker.Stop()
}

func okPanic(check func() error) {
	ticker := time.NewTicker(time.Second)
	if err := check(); err != nil {
		panic(err)
	}
	ticker.Stop()
}

func okCleanup(t *testing.T) <-chan time.Time {
	ticker := time.NewTicker(time.Second)
	t.Cleanup(ticker.Stop)
	return ticker.C
}

func okInGoroutine(ctx context.Context, flush func()) {
	ticker := time.NewTicker(time.Second)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				flush()
			case <-ctx.Done():
				return
			}
		}
	}()
}

func okStoppedWithContext(ctx context.Context) <-chan time.Time {
	ticker := time.NewTicker(time.Second)
	context.AfterFunc(ctx, ticker.Stop)
	return ticker.C
}

// The goroutine forgets two of its ways out.
func inGoroutine(ctx context.Context, poll func() bool) {
	ticker := time.NewTicker(time.Second) // want "stopped"
	quit := make(chan struct{})
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				if poll() {
					return
				}
			case <-quit:
				ticker.Stop()
				return
			}
		}
	}()
}

// A goroutine that runs already stops the ticker in the end.
func okStopsLater(work func() error, ready <-chan struct{}) {
	var ticker *time.Ticker
	go func() {
		if err := work(); err != nil {
			return
		}
		if ticker != nil {
			ticker.Stop()
		}
	}()
	<-ready
	ticker = time.NewTicker(time.Second)
}
