// Package stopped stops what it starts, in many ways.
package stopped

import (
	"context"
	"time"
)

func okDeferred(ctx context.Context, check func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			check()
		case <-ctx.Done():
			return
		}
	}
}

func okAtEnd(d time.Duration) {
	t := time.NewTicker(d)
	<-t.C
	t.Stop()
}

func okInParentheses(d time.Duration) {
	t := time.NewTicker(d)
	defer (t).Stop()
}

func okInClosure(d time.Duration) {
	t := time.NewTicker(d)
	defer func() { t.Stop() }()
	<-t.C
}

func okByOtherGoroutine(d time.Duration, done <-chan struct{}) <-chan struct{} {
	t := time.NewTicker(d)
	ended := make(chan struct{})
	go func() {
		<-done
		t.Stop()
	}()
	go func() {
		defer close(ended)
		<-t.C
	}()
	return ended
}

func okInCase(d time.Duration, done <-chan struct{}) {
	t := time.NewTicker(d)
	for {
		select {
		case <-t.C:
		case <-done:
			t.Stop()
			return
		}
	}
}

func okMethodValue(d time.Duration) func() {
	t := time.NewTicker(d)
	return t.Stop
}

func okMethodExpression(d time.Duration) {
	t := time.NewTicker(d)
	defer (*time.Ticker).Stop(t)
}

func okHelper(d time.Duration) {
	t := time.NewTicker(d)
	defer halt(t)
	<-t.C
}

func halt(t *time.Ticker) { t.Stop() }

func okOnceStopped(d time.Duration) {
	time.NewTicker(d).Stop()
}

func okReplaced(d time.Duration) {
	var t *time.Ticker
	for range 3 {
		if t != nil {
			t.Stop()
		}
		t = time.NewTicker(d)
	}
	t.Stop()
}
