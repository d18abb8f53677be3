// Package paths stops tickers on some paths and not on others.
package paths

import (
	"context"
	"time"
)

func next(t *time.Ticker) { <-t.C }

// Only one path stops the ticker.
func onePath(ctx context.Context, d time.Duration) {
	t := time.NewTicker(d) // want "not stopped on every path: `return` leaves it behind"
	for {
		select {
		case <-t.C:
			return
		case <-ctx.Done():
			t.Stop()
			return
		}
	}
}

// The helper only waits.
func lookedAt(d time.Duration) {
	t := time.NewTicker(d) // want "is never stopped"
	next(t)
}

// The channel gets a second name.
func secondName(d time.Duration) {
	t := time.NewTicker(d) // want "is never stopped"
	c := t.C
	<-c
}

// The tickers of all turns but the last are lost.
func overwritten(d time.Duration) {
	var t *time.Ticker
	for range 3 {
		t = time.NewTicker(d) // want "gets another value before it is stopped"
	}
	t.Stop()
}
