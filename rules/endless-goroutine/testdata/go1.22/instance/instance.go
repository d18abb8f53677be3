// Package instance has constructors whose values have goroutines of their own.
package instance

import (
	"context"
	"net"
	"net/http"
	"sync"
	"testing"
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

// Close empties the cache, and does not end its goroutine.
func (c *cache) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.entries)
	return nil
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

func (c counts) Shutdown(context.Context) { clear(c) }

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

// The method comes with what is embedded.
type namedCache struct {
	cache
	name string
}

func newNamedCache(name string) *namedCache {
	c := &namedCache{name: name}
	go c.expire() // want "can never end"
	return c
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

// A limiter has no end.
type limiter struct {
	mu   sync.Mutex
	left int
}

func (l *limiter) refill() {
	for {
		time.Sleep(time.Second)
		l.mu.Lock()
		l.left = 100
		l.mu.Unlock()
	}
}

// One in the life of a server, as far as can be seen.
func OkNewLimiter() *limiter {
	l := &limiter{}
	go l.refill()
	return l
}

// There is one for each connection.
func newConnectionLimiter() *limiter {
	l := &limiter{}
	go l.refill() // want "can never end"
	return l
}

func serve(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go handle(conn, newConnectionLimiter())
	}
}

func handle(conn net.Conn, limit *limiter) {
	defer conn.Close()
}

type pool struct{ name string }

// There is one for each request.
func (p *pool) newLimiter() *limiter {
	l := &limiter{}
	go l.refill() // want "can never end"
	return l
}

func (p *pool) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.newLimiter()
}

// A few of them, made together.
func okNewShard() *limiter {
	l := &limiter{}
	go l.refill()
	return l
}

func NewShards(count int) []*limiter {
	shards := make([]*limiter, 0, count)
	for i := 0; i < count; i++ {
		shards = append(shards, okNewShard())
	}
	return shards
}

// Only a benchmark makes many.
func okNewMeasured() *limiter {
	l := &limiter{}
	go l.refill()
	return l
}

func benchmark(b *testing.B) {
	for count := 0; count < b.N; {
		okNewMeasured()
		count++
	}
}

// A scheduler stops jobs, not itself.
type scheduler struct{ jobs map[string]func() }

func (s *scheduler) Stop(job string) { delete(s.jobs, job) }

func (s *scheduler) run() {
	for {
		time.Sleep(time.Second)
		for _, job := range s.jobs {
			job()
		}
	}
}

func OkNewScheduler() *scheduler {
	s := &scheduler{}
	go s.run()
	return s
}

func (s *scheduler) okStart() {
	go s.run()
}
