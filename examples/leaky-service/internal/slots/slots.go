// Package slots limits how many reports are made at a time.
package slots

import (
	"context"
	"time"
)

// Slots are the places for work.
type Slots struct {
	free chan *Slot
}

// Slot is one place. Free gives it back.
type Slot struct {
	home *Slots
}

// New makes a number of slots.
func New(count int) *Slots {
	s := &Slots{free: make(chan *Slot, count)}
	for range count {
		s.free <- &Slot{home: s}
	}
	return s
}

// Take waits for a free slot.
func (s *Slots) Take(ctx context.Context) (*Slot, error) {
	select {
	case slot := <-s.free:
		return slot, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Free gives the slot back.
func (s *Slot) Free() {
	s.home.free <- s
}

// FreeAfter gives a slot back when whoever uses it has had time to end.
func FreeAfter(slot *Slot, pause time.Duration) {
	time.AfterFunc(pause, slot.Free)
}
