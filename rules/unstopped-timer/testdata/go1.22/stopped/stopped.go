// Package stopped stops its timers.
package stopped

import (
	"context"
	"sync"
	"testing"
	"time"
)

func okWaitedAtOnce(d time.Duration) {
	<-time.NewTimer(d).C
}

func okDrained(d time.Duration, work func()) {
	t := time.NewTimer(d)
	work()
	if !t.Stop() {
		<-t.C
	}
}

func okDrainedWithoutWait(d time.Duration, work func()) {
	t := time.NewTimer(d)
	work()
	if !t.Stop() {
		select {
		case <-t.C:
		default:
		}
	}
}

func okDeferredLiteral(d time.Duration, work func()) {
	t := time.NewTimer(d)
	defer func() {
		if !t.Stop() {
			<-t.C
		}
	}()
	work()
}

func okHelper(d time.Duration, work func()) {
	t := time.NewTimer(d)
	defer stop(t)
	work()
}

func stop(t *time.Timer) {
	if !t.Stop() {
		<-t.C
	}
}

func okAddress(d time.Duration, work func()) {
	t := time.NewTimer(d)
	work()
	stopAndClear(&t)
}

func stopAndClear(t **time.Timer) {
	if *t != nil {
		(*t).Stop()
		*t = nil
	}
}

func okMethodExpression(d time.Duration) {
	t := time.NewTimer(d)
	defer (*time.Timer).Stop(t)
}

func okMethodValue(d time.Duration, work func()) {
	t := time.NewTimer(d)
	stop := t.Stop
	defer stop()
	work()
}

func okCleanup(t *testing.T, d time.Duration) <-chan time.Time {
	timer := time.NewTimer(d)
	t.Cleanup(func() { timer.Stop() })
	return timer.C
}

func okWithContext(ctx context.Context, d time.Duration) <-chan time.Time {
	t := time.NewTimer(d)
	context.AfterFunc(ctx, func() { t.Stop() })
	return t.C
}

func okGoroutine(d time.Duration, done <-chan struct{}, fire func()) {
	t := time.NewTimer(d)
	go func() {
		defer t.Stop()
		select {
		case <-t.C:
			fire()
		case <-done:
		}
	}()
}

func okPooled(pool *sync.Pool, d time.Duration) {
	t := time.NewTimer(d)
	defer pool.Put(t)
	t.Stop()
}

// Nothing waits for what AfterFunc starts.
func okAfterFunc(d time.Duration, fire func()) {
	time.AfterFunc(d, fire)
}

func okEndless(work func()) {
	t := time.NewTimer(time.Hour)
	for {
		<-t.C
		work()
		t.Reset(time.Hour)
	}
}
