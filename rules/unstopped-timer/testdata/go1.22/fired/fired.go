// Package fired waits until its timers have fired: they hold nothing any more, stopped or not.
package fired

import (
	"context"
	"time"
)

func waited(d time.Duration) {
	t := time.NewTimer(d) // want "t, the timer that time.NewTimer starts, is never stopped; nothing is held once `<-t.C` shows that it is over"
	<-t.C
}

func waitedInReturn(d time.Duration) time.Time {
	t := time.NewTimer(d) // want "never stopped; nothing is held once"
	return <-t.C
}

func waitedInLoop(d time.Duration, n int) {
	for range n {
		t := time.NewTimer(d) // want "never stopped; nothing is held once"
		<-(t.C)
	}
}

// Each variable's second timer is one of its own.
func twice(d time.Duration) {
	t := time.NewTimer(d) // want "never stopped; nothing is held once"
	<-t.C
	t = time.NewTimer(d) // want "never stopped; nothing is held once"
	<-t.C
}

// The deferred call is for the first timer: its receiver is evaluated there.
func firstStopped(d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	t = time.NewTimer(d) // want "never stopped; nothing is held once"
	<-t.C
}

func okStoppedAfterwards(d time.Duration) {
	t := time.NewTimer(d)
	<-t.C
	t.Stop()
}

// Where the wait ends early, the timer is stopped.
func okStoppedElsewhere(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		t.Stop()
		return ctx.Err()
	}
}

func okReturnedAfterwards(d time.Duration) *time.Timer {
	t := time.NewTimer(d)
	<-t.C
	return t
}

func okStoredAtOnce(byTime map[time.Time]*time.Timer, d time.Duration) {
	t := time.NewTimer(d)
	byTime[<-t.C] = t
}

func okSetAgain(d time.Duration, work func()) {
	t := time.NewTimer(d)
	<-t.C
	t.Reset(d)
	work()
}

func okGivenAway(d time.Duration, keep func(*time.Timer)) {
	t := time.NewTimer(d)
	<-t.C
	keep(t)
}
