// Package ticker ranges over the channels of tickers, which nothing ever closes.
package ticker

import (
	"context"
	"time"
)

func rangeOverTicker(ctx context.Context, flush func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	go func() { // want "can never end: nothing closes the ticker's channel, not even Stop"
		for range ticker.C {
			flush()
		}
	}()
	<-ctx.Done()
}

func ownTicker(ctx context.Context, flush func(time.Time)) {
	go func() { // want "nothing closes the ticker's channel"
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for now := range ticker.C {
			flush(now)
		}
	}()
}

func tick(ctx context.Context, flush func()) {
	go func() { // want "nothing closes the ticker's channel"
		for range time.Tick(time.Second) {
			flush()
		}
	}()
}

func noVariable(ctx context.Context, flush func()) {
	go func() { // want "nothing closes the ticker's channel"
		for range time.NewTicker(time.Second).C {
			flush()
		}
	}()
}

func inVariables(ctx context.Context, flush func()) {
	tick := time.Tick(time.Second)
	ticks := time.NewTicker(time.Second).C
	go func() { // want "nothing closes the ticker's channel"
		for range tick {
			flush()
		}
	}()
	go func() { // want "nothing closes the ticker's channel"
		for range ticks {
			flush()
		}
	}()
}

func okReassigned(ctx context.Context, other <-chan time.Time) {
	tick := time.Tick(time.Second)
	tick = other
	go func() {
		for range tick {
		}
	}()
}

type flusher struct{}

func (f *flusher) Start() {
	go f.run() // want "nothing closes the ticker's channel"
}

func (f *flusher) Stop() {}

func (f *flusher) run() {
	ticker := time.NewTicker(time.Second)
	for range ticker.C {
	}
}

func okReturns(ctx context.Context, flush func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	go func() {
		for range ticker.C {
			if ctx.Err() != nil {
				return
			}
			flush()
		}
	}()
}

func okSelect(ctx context.Context, flush func()) {
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

// Not every channel called C belongs to a ticker.
func okOtherChannel(ctx context.Context, source struct{ C chan int }) {
	go func() {
		for range source.C {
		}
	}()
}

func okTimer(ctx context.Context) {
	go func() {
		<-time.NewTimer(time.Second).C
	}()
}
