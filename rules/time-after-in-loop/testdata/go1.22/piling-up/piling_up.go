// Package pilingup leaves timers behind.
package pilingup

import "time"

type event struct{ id int }

func handle(event) bool { return false }

func eachEvent(events <-chan event) {
	for {
		select {
		case e := <-events:
			handle(e)
		case <-time.After(time.Hour): // want "go on before the timer of time.After\\(time.Hour\\) fires"
			return
		}
	}
}

func someReturn(events <-chan event, interval time.Duration) {
	for {
		select {
		case e, ok := <-events:
			if !ok {
				return
			}
			handle(e)
		case <-time.After(interval): // want "time.After\\(interval\\)"
		}
	}
}

func sends(out chan<- event, in <-chan event) {
	for e := range in {
		select {
		case out <- e:
		case <-time.After(5 * time.Second): // want "time.After"
			return
		}
	}
}

func polls(ready <-chan struct{}) {
	for !handle(event{}) {
		select {
		case <-ready:
			continue
		default:
		case <-time.After(time.Minute): // want "time.After"
		}
	}
}

func throughVariable(events <-chan event) {
	for {
		timeout := time.After(time.Minute) // want "time.After"
		select {
		case e := <-events:
			handle(e)
		case <-timeout:
			return
		}
	}
}

func labelled(events <-chan event) {
again:
	for {
		select {
		case e := <-events:
			if handle(e) {
				break again
			}
			continue again
		case (<-time.After(time.Minute)): // want "time.After"
		}
	}
}

func inLiteral(events <-chan event) {
	go func() {
		for {
			select {
			case e := <-events:
				handle(e)
			case <-time.After(time.Minute): // want "time.After"
			}
		}
	}()
}

func outerLoop(lists <-chan []event, out chan<- event) {
	for list := range lists {
		for _, e := range list {
			select {
			case out <- e:
			case <-time.After(time.Minute): // want "time.After"
			}
		}
	}
}

type queue struct {
	woken   chan struct{}
	stopped chan struct{}
}

func (q *queue) add() { q.woken <- struct{}{} }

func (q *queue) stop() { close(q.stopped) }

// Nothing is taken from the channel, but the package sends on it.
func (q *queue) run(work func()) {
	for {
		select {
		case <-q.woken:
		case <-q.stopped:
			return
		case <-time.After(time.Minute): // want "time.After"
		}
		work()
	}
}

func ticks(work func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			work()
		case <-time.After(time.Minute): // want "time.After"
			return
		}
	}
}

// What a channel is called does not end the loop.
func doneItems(done <-chan event) {
	for {
		select {
		case e := <-done:
			handle(e)
		case <-time.After(time.Minute): // want "time.After"
		}
	}
}

// Each turn has a channel of its own.
func answered(jobs <-chan func()) {
	for job := range jobs {
		finished := make(chan struct{})
		go func() {
			defer close(finished)
			job()
		}()
		select {
		case <-finished:
		case <-time.After(time.Hour): // want "time.After"
		}
	}
}
