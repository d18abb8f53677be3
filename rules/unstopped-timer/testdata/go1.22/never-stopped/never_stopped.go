// Package neverstopped starts timers that nobody stops or waits for.
package neverstopped

import (
	"context"
	"fmt"
	"time"
)

func thrownAway(d time.Duration) {
	time.NewTimer(d)     // want `^the timer that time\.NewTimer starts is thrown away, so it can never be stopped$`
	_ = time.NewTimer(d) // want "thrown away"
}

func reset(d time.Duration) {
	t := time.NewTimer(d) // want `^t, the timer that time\.NewTimer starts, is never stopped$`
	t.Reset(2 * d)
}

func mentioned(d time.Duration) {
	t := time.NewTimer(d) // want "is never stopped"
	_ = t
	if t != nil && t.C != nil {
		fmt.Println("started")
	}
}

// The helper only sets the timer anew.
func prolonged(d time.Duration) {
	t := time.NewTimer(d) // want "is never stopped"
	prolong(t, d)
}

func prolong(t *time.Timer, d time.Duration) { t.Reset(2 * d) }

// The timer that is stopped is another one, which shadows it.
func shadowed(d time.Duration) {
	t := time.NewTimer(d) // want "is never stopped"
	t.Reset(d)
	{
		t := time.NewTimer(d)
		t.Stop()
	}
}

// A new timer in every turn, and a turn that comes by the other case leaves it to run.
func everyTurn(ctx context.Context, jobs <-chan func(), idle func()) {
	for {
		t := time.NewTimer(time.Minute) // want "t, the timer that time.NewTimer starts, gets another value before it is stopped"
		select {
		case job := <-jobs:
			job()
		case <-t.C:
			idle()
		}
	}
}

// The other case may come first.
func inSelect(done <-chan struct{}) {
	select {
	case <-time.NewTimer(time.Minute).C: // want "thrown away"
	case <-done:
	}
}
