// Package limits leaks in ways that the rule does not see yet: it looks at no path by itself and into no helper.
// Functions whose names begin with unseen are known to be missed.
package limits

import (
	"context"
	"time"
)

// Only one path stops the ticker.
func unseenPath(ctx context.Context, d time.Duration) {
	t := time.NewTicker(d)
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
func unseenHelper(d time.Duration) {
	t := time.NewTicker(d)
	next(t)
}

func next(t *time.Ticker) { <-t.C }

// The channel gets a second name.
func unseenSecondName(d time.Duration) {
	t := time.NewTicker(d)
	c := t.C
	<-c
}

// The tickers of all turns but the last are lost.
func unseenOverwritten(d time.Duration) {
	var t *time.Ticker
	for range 3 {
		t = time.NewTicker(d)
	}
	t.Stop()
}
