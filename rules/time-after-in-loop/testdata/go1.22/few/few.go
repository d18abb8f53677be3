// Package few makes a timer in each turn, of which few can be pending at a time.
package few

import "time"

type event struct{ id int }

func handle(event) bool { return false }

// Nothing but the timer ends the wait.
func alone(work func()) {
	for {
		<-time.After(time.Minute) // want "makes a new timer with time.After"
		work()
	}
}

func onlyCase(work func()) {
	for {
		select {
		case <-time.After(time.Minute): // want "makes a new timer with time.After"
			work()
		}
	}
}

// As many timers as there are answers to wait for.
func counted(answers <-chan event) {
	for i := 0; i < 3; i++ {
		select {
		case e := <-answers:
			handle(e)
		case <-time.After(time.Minute): // want "makes another one in each turn"
			return
		}
	}
}

func countedInBody(answers <-chan event, wanted int) {
	for received := 0; received < wanted; {
		select {
		case <-answers:
			received++
		case <-time.After(time.Minute): // want "makes another one in each turn"
			return
		}
	}
}

func boundedRange(list []event, out chan<- event) {
	for _, e := range list {
		select {
		case out <- e:
		case <-time.After(time.Minute): // want "makes another one in each turn"
			return
		}
	}
}

// Fires so soon that hardly any can be pending.
func short(events <-chan event) {
	for {
		select {
		case e := <-events:
			handle(e)
		case <-time.After(100 * time.Millisecond): // want "makes another one in each turn"
		}
	}
}

// In turns that are counted as well.
func aloneCounted(work func()) {
	for range 3 {
		work()
		<-time.After(time.Millisecond) // want "each turn of the loop makes a new timer with time.After\\(time.Millisecond\\), where one could be reset"
	}
}

func aloneAssigned(note func(time.Time)) {
	for {
		now := <-time.After(time.Minute) // want "makes a new timer"
		note(now)
	}
}

// Whoever has the channel may send on it, or close it for once and all.
func fromElsewhere(woken <-chan struct{}, work func()) {
	for {
		select {
		case <-woken:
		case <-time.After(time.Minute): // want "makes another one in each turn"
		}
		work()
	}
}

// The answer is there to end the loop.
func asked(answers <-chan bool, work func()) {
	for {
		select {
		case stop := <-answers:
			if stop {
				return
			}
		case <-time.After(time.Minute): // want "makes another one in each turn"
		}
		work()
	}
}
