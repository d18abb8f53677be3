// Package partlystopped stops or awaits timers on all paths, or on all but one.
package partlystopped

import (
	"context"
	"errors"
	"time"
)

// The result comes, and the timer runs on.
func timeout(result <-chan int) (int, error) {
	t := time.NewTimer(time.Minute) // want "^t, the timer that time.NewTimer starts, is not stopped on every path: `return n, nil` leaves it behind$"
	select {
	case n := <-result:
		return n, nil
	case <-t.C:
		return 0, errors.New("timeout")
	}
}

func okTimeout(result <-chan int) (int, error) {
	t := time.NewTimer(time.Minute)
	defer t.Stop()
	select {
	case n := <-result:
		return n, nil
	case <-t.C:
		return 0, errors.New("timeout")
	}
}

func okStoppedInCase(result <-chan int) (int, error) {
	t := time.NewTimer(time.Minute)
	select {
	case n := <-result:
		t.Stop()
		return n, nil
	case <-t.C:
		return 0, errors.New("timeout")
	}
}

// One error on the way to the defer.
func deferredTooLate(check func() error) error {
	t := time.NewTimer(time.Minute) // want "`return err` leaves it behind"
	if err := check(); err != nil {
		return err
	}
	defer t.Stop()
	<-t.C
	return nil
}

// The end of the context ends the function, and not the timer.
func labelledBreak(ctx context.Context, work func() bool) {
	t := time.NewTimer(time.Hour) // want "the end of the function leaves it behind"
loop:
	for {
		select {
		case <-ctx.Done():
			break loop
		case <-t.C:
			if !work() {
				return
			}
			t.Reset(time.Hour)
		}
	}
}

func okLabelledBreak(ctx context.Context, work func() bool) {
	t := time.NewTimer(time.Hour)
loop:
	for {
		select {
		case <-ctx.Done():
			break loop
		case <-t.C:
			work()
			t.Reset(time.Hour)
		}
	}
	t.Stop()
}

func okEachTurn(jobs <-chan func(), idle func()) {
	for {
		t := time.NewTimer(time.Minute)
		select {
		case job, ok := <-jobs:
			t.Stop()
			if !ok {
				return
			}
			job()
		case <-t.C:
			idle()
		}
	}
}

func okMadeAgain(later <-chan time.Duration) {
	t := time.NewTimer(time.Minute)
	for d := range later {
		t.Stop()
		t = time.NewTimer(d)
	}
	t.Stop()
}

// The defer stops the first timer only.
func madeAgain(later <-chan time.Duration) {
	t := time.NewTimer(time.Minute)
	defer t.Stop()
	for d := range later {
		t.Stop()
		t = time.NewTimer(d) // want "leaves it behind"
	}
}

func okLatestDeferred(later <-chan time.Duration) {
	t := time.NewTimer(time.Minute)
	defer func() { t.Stop() }()
	for d := range later {
		t.Stop()
		t = time.NewTimer(d)
	}
}

func okOptional(d time.Duration, done <-chan struct{}) {
	var expired <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		expired = t.C
	}
	select {
	case <-expired:
	case <-done:
	}
}

// Here nobody stops it when it is not the one that ends the wait.
func optional(d time.Duration, done <-chan struct{}) {
	var expired <-chan time.Time
	if d > 0 {
		expired = time.NewTimer(d).C // want "leaves it behind"
	}
	select {
	case <-expired:
	case <-done:
	}
}

func okUnlessNil(d time.Duration, done <-chan struct{}) {
	var t *time.Timer
	if d > 0 {
		t = time.NewTimer(d)
	}
	<-done
	if t != nil {
		t.Stop()
	}
}

func okPanic(check func() error) {
	t := time.NewTimer(time.Minute)
	if err := check(); err != nil {
		panic(err)
	}
	t.Stop()
}
