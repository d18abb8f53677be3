// Package cache keeps finished reports for a while.
package cache

import (
	"sync"
	"time"
)

type entry struct {
	report  string
	expires time.Time
}

// Cache holds reports by name.
type Cache struct {
	lifetime time.Duration
	mutex    sync.Mutex
	entries  map[string]entry
}

// New makes a cache. Its goroutine keeps it in memory for ever, even when it is closed.
func New(lifetime time.Duration) *Cache {
	c := &Cache{lifetime: lifetime, entries: make(map[string]entry)}
	go c.evictExpired() // leak: endless-goroutine
	return c
}

// Get gives a report, made anew when it is not there.
func (c *Cache) Get(name string, render func() (string, error)) (string, error) {
	c.mutex.Lock()
	found, ok := c.entries[name]
	c.mutex.Unlock()
	if ok && time.Now().Before(found.expires) {
		return found.report, nil
	}
	report, err := render()
	if err != nil {
		return "", err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.entries[name] = entry{report: report, expires: time.Now().Add(c.lifetime)}
	return report, nil
}

// Close forgets all reports.
func (c *Cache) Close() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	clear(c.entries)
}

func (c *Cache) evictExpired() {
	for {
		time.Sleep(c.lifetime)
		c.evict(time.Now())
	}
}

func (c *Cache) evict(now time.Time) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for name, entry := range c.entries {
		if now.After(entry.expires) {
			delete(c.entries, name)
		}
	}
}
