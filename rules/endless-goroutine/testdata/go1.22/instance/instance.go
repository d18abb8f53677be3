// Package instance has constructors whose values have goroutines of their own.
package instance

import (
	"sync"
	"time"
)

type cache struct {
	mu      sync.Mutex
	entries map[string]time.Time
	done    chan struct{}
}

func newCache() *cache {
	c := &cache{entries: map[string]time.Time{}}
	go c.expire() // want "can never end: its loop has no way out"
	return c
}

func (c *cache) expire() {
	for {
		time.Sleep(time.Minute)
		c.mu.Lock()
		clear(c.entries)
		c.mu.Unlock()
	}
}

func newCacheWithLiteral() (*cache, error) {
	c := new(cache)
	go func() { // want "can never end"
		for {
			time.Sleep(time.Minute)
			c.mu.Lock()
			clear(c.entries)
			c.mu.Unlock()
		}
	}()
	return c, nil
}

type counts map[string]int

func newCounts() counts {
	c := counts{}
	go forget(c) // want "can never end"
	return c
}

func forget(c counts) {
	for {
		time.Sleep(time.Minute)
		clear(c)
	}
}

func okStoppable() *cache {
	c := &cache{done: make(chan struct{})}
	go c.expireUntilDone()
	return c
}

func (c *cache) expireUntilDone() {
	for {
		select {
		case <-c.done:
			return
		case <-time.After(time.Minute):
			clear(c.entries)
		}
	}
}

var shared cache

// All callers get the same cache: one goroutine would do, and may well run for ever.
func okShared() *cache {
	go shared.expire()
	return &shared
}

// Nothing shows how often this is called, nor that it should end.
func okStart(c *cache) {
	go c.expire()
}

var table = okNewTable()

func reload() {
	table = okNewTable()
}

// There is one at a time, and it lives as long as the process.
func okNewTable() *cache {
	c := &cache{}
	go c.expire()
	return c
}
