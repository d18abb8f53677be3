// Package once guards its defers: one turn reaches them.
package once

import (
	"os"
	"sync"
)

func lateSetAlong(lines []string) error {
	var f *os.File
	for _, line := range lines {
		if f == nil {
			var err error
			f, err = os.Create("out")
			if err != nil {
				return err
			}
			defer f.Close() // want "not when the turn ends"
		}
		if _, err := f.WriteString(line); err != nil {
			return err
		}
	}
	return nil
}

func lateFlag(mu *sync.Mutex, jobs []func() bool) {
	locked := false
	for _, job := range jobs {
		if !locked && job() {
			mu.Lock()
			defer mu.Unlock() // want "not when the turn ends"
			locked = true
		}
	}
}

func lateCounter(mu *sync.Mutex, next func() bool) {
	n := 0
	for next() {
		n++
		if n == 1 {
			mu.Lock()
			defer mu.Unlock() // want "not when the turn ends"
		}
	}
}

func lateFirstElement(paths []string) error {
	for i, path := range paths {
		switch i {
		case 0:
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close() // want "not when the turn ends"
		}
	}
	return nil
}

func lateByKey(names []string, register func(string) func()) {
	seen := map[string]bool{}
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			unregister := register(name)
			defer unregister() // want "not when the turn ends"
		}
	}
}

// The loop goes on for as long as there is nothing yet.
func lateUntilThere(dial func() (*os.File, error)) error {
	var f *os.File
	var err error
	for f == nil {
		f, err = dial()
		if err != nil {
			return err
		}
		defer f.Close() // want "not when the turn ends"
	}
	_, err = f.Write(nil)
	return err
}

type events struct{ ready chan struct{} }

func (e *events) subscribe(to chan struct{}) *subscription { return &subscription{to: to} }

type subscription struct{ to chan struct{} }

func (s *subscription) Unsubscribe() {}

// What the literal does closes the way.
func lateSetByLiteral(e *events, enough func() bool) {
	var notify chan struct{}
	begin := func() *subscription {
		notify = make(chan struct{})
		return e.subscribe(notify)
	}
	for !enough() {
		if notify == nil {
			sub := begin()
			defer sub.Unsubscribe() // want "not when the turn ends"
		}
		<-notify
	}
}

// Whatever is changed elsewhere does not guard it.
func notGuarded(paths []string) (failed int) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err == nil {
			defer f.Close() // want "pile up"
			_, err = f.Write(nil)
		}
		if err != nil {
			failed++
		}
	}
	return failed
}
