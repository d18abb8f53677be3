// Package silent makes one timer, or leaves one behind when a loop ends.
package silent

import (
	"context"
	"log"
	"time"
)

type event struct{ id int }

func handle(event) bool { return false }

// The other case leaves the loop: one timer is left behind, once.
func okOthersLeave(stop <-chan bool, work func()) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Minute):
			work()
		}
	}
}

func okLeavesByLabel(result <-chan event, work func()) {
wait:
	for {
		select {
		case e := <-result:
			handle(e)
			break wait
		case <-time.After(time.Minute):
			work()
		}
	}
}

func okLeavesBehindTheSelect(result <-chan event, work func()) event {
	for {
		var e event
		select {
		case e = <-result:
		case <-time.After(time.Minute):
			work()
			continue
		}
		return e
	}
}

func okEndsProcess(failures <-chan error, work func()) {
	for {
		select {
		case err := <-failures:
			log.Fatal(err)
		case <-time.After(time.Minute):
			work()
		}
	}
}

func okNoLoop(events <-chan event) {
	select {
	case e := <-events:
		handle(e)
	case <-time.After(time.Minute):
	}
}

// The loop's own check ends it once the context is done.
func okContextDone(ctx context.Context, work func() error) {
	for ctx.Err() == nil {
		if err := work(); err != nil {
			select {
			case <-ctx.Done():
			case <-time.After(time.Minute):
			}
		}
	}
}

func okChangesCondition(failed <-chan error, work func()) {
	var err error
	for err == nil {
		select {
		case err = <-failed:
		case <-time.After(time.Minute):
			work()
		}
	}
}

type runner struct {
	finished bool
	result   chan event
}

func (r *runner) okChangesFieldOfCondition(work func()) {
	for !r.finished {
		select {
		case e := <-r.result:
			r.finished = handle(e)
		case <-time.After(time.Minute):
			work()
		}
	}
}

func okBeforeLoop(events <-chan event) {
	timeout := time.After(time.Minute)
	for {
		select {
		case e := <-events:
			handle(e)
		case <-timeout:
			return
		}
	}
}

func okOneTimer(events <-chan event) {
	timer := time.NewTimer(time.Minute)
	defer timer.Stop()
	for {
		timer.Reset(time.Minute)
		select {
		case e := <-events:
			handle(e)
		case <-timer.C:
		}
	}
}

// Each of these goroutines waits once.
func okGoroutinePerEvent(events <-chan event, out chan<- event) {
	for e := range events {
		go func() {
			select {
			case out <- e:
			case <-time.After(time.Minute):
			}
		}()
	}
}

type clock struct{}

func (clock) After(time.Duration) <-chan time.Time { return nil }

func okOtherAfter(events <-chan event, time clock) {
	for {
		select {
		case e := <-events:
			handle(e)
		case <-time.After(1 << 40):
		}
	}
}

// The loop goes on once, and then finds the channel closed: it is over for it.
type worker struct {
	over chan struct{}
	work func() bool
}

func (w *worker) Close() { close(w.over) }

func (w *worker) okClosedOnly() {
	for w.work() {
		select {
		case <-w.over:
		case <-time.After(time.Minute):
		}
	}
}

func okReceivedOnce() {
	for {
		<-time.After(time.Minute)
		return
	}
}

func okPassedOn(wait func(<-chan time.Time)) {
	for {
		wait(time.After(time.Minute))
	}
}
