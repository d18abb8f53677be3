// Package handedover gives timers, or their channels, to somebody who may stop or await them.
package handedover

import "time"

type session struct {
	timer   *time.Timer
	expired <-chan time.Time
	stop    func() bool
}

func okReturned(d time.Duration) *time.Timer {
	t := time.NewTimer(d)
	return t
}

func okNamedResult(d time.Duration) (t *time.Timer) {
	t = time.NewTimer(d)
	return
}

func okField(d time.Duration) *session { return &session{timer: time.NewTimer(d)} }

func (s *session) okAssignedField(d time.Duration) {
	s.timer = time.NewTimer(d)
}

func (s *session) okStopFunction(d time.Duration) {
	t := time.NewTimer(d)
	s.expired, s.stop = t.C, t.Stop
}

func okChannelReturned(d time.Duration) (<-chan time.Time, func() bool) {
	t := time.NewTimer(d)
	return t.C, t.Stop
}

func okChannelArgument(d time.Duration, wait func(<-chan time.Time)) {
	t := time.NewTimer(d)
	wait(t.C)
}

func okSent(d time.Duration, timers chan<- *time.Timer) {
	timers <- time.NewTimer(d)
}

func okMapEntry(d time.Duration, timers map[int]*time.Timer) {
	timers[1] = time.NewTimer(d)
}

func okAppended(d time.Duration, timers []*time.Timer) []*time.Timer {
	return append(timers, time.NewTimer(d))
}

func okSecondName(d time.Duration, work func()) {
	t := time.NewTimer(d)
	u := t
	defer u.Stop()
	work()
}

// The callers of a function own the timer that it returns.
func helped(d time.Duration, done <-chan struct{}) {
	t := okReturned(d) // want "t, the timer that okReturned starts, is not stopped on every path"
	select {
	case <-t.C:
	case <-done:
	}
}
