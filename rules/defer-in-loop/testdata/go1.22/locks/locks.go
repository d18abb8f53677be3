// Package locks takes locks in loops.
package locks

import "sync"

type table struct {
	mu     sync.Mutex
	shared sync.RWMutex
	rows   []*row
}

type row struct {
	mu sync.Mutex
	n  int
}

// The second turn waits for the first.
func (t *table) waitsForItself() {
	for _, row := range t.rows {
		t.mu.Lock()
		defer t.mu.Unlock() // want `each turn of the loop defers t\.mu\.Unlock\(\), so the second one waits for a lock that the first one holds`
		row.n++
	}
}

func (t *table) writes() {
	for range t.rows {
		t.shared.Lock()
		defer t.shared.Unlock() // want "waits for a lock"
	}
}

// Readers do not wait for each other.
func (t *table) reads() {
	for range t.rows {
		t.shared.RLock()
		defer t.shared.RUnlock() // want "not when the turn ends"
	}
}

// Each row has a lock of its own.
func (t *table) eachRow() (sum int) {
	for _, row := range t.rows {
		row.mu.Lock()
		defer row.mu.Unlock() // want "not when the turn ends"
		sum += row.n
	}
	return sum
}

func eachTable(next func() *table) {
	t := next()
	for t != nil {
		t.mu.Lock()
		defer t.mu.Unlock() // want "not when the turn ends"
		t = next()
	}
}

func (t *table) leaves(find func(*row) bool) *row {
	for _, row := range t.rows {
		if !find(row) {
			continue
		}
		t.mu.Lock()
		defer t.mu.Unlock() // want "not when the turn ends"
		return row
	}
	return nil
}

func (t *table) givesBack(find func(*row) bool) {
	for _, row := range t.rows {
		t.mu.Lock()
		defer t.mu.Unlock() // want "not when the turn ends"
		if find(row) {
			return
		}
		t.mu.Unlock()
	}
}

func (t *table) once(find func(*row) bool) {
	locked := false
	for _, row := range t.rows {
		if !locked && find(row) {
			t.mu.Lock()
			defer t.mu.Unlock() // want "not when the turn ends"
			locked = true
		}
	}
}

func (t *table) okLocksInHelper() {
	for _, row := range t.rows {
		func() {
			t.mu.Lock()
			defer t.mu.Unlock()
			row.n++
		}()
	}
}

func (t *table) okLockedAround() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, row := range t.rows {
		row.n++
	}
}
