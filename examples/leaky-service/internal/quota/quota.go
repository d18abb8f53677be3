// Package quota limits how many uploads a client may make in a while.
package quota

import (
	"sync"
	"time"
)

// Quota counts uploads by client.
type Quota struct {
	limit  int
	mutex  sync.Mutex
	counts map[string]int
	done   chan struct{}
}

// New makes a quota that begins anew after each window. Close ends its goroutine.
func New(limit int, window time.Duration) *Quota {
	q := &Quota{limit: limit, counts: make(map[string]int), done: make(chan struct{})}
	go q.resetEvery(window)
	return q
}

// Allow counts an upload and says whether it is within the limit.
func (q *Quota) Allow(client string) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.counts[client]++
	return q.counts[client] <= q.limit
}

// Close ends the counting.
func (q *Quota) Close() {
	close(q.done)
}

func (q *Quota) resetEvery(window time.Duration) {
	ticker := time.NewTicker(window)
	defer ticker.Stop()
	for {
		select {
		case <-q.done:
			return
		case <-ticker.C:
			q.reset()
		}
	}
}

func (q *Quota) reset() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	clear(q.counts)
}
