// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"context"
	"net/http"
	"sync"
)

// The map is in a struct.
var cache struct {
	sync.Mutex
	entries map[string]string
}

func unseenField(w http.ResponseWriter, r *http.Request) {
	cache.Lock()
	defer cache.Unlock()
	cache.entries[r.Host] = r.URL.Path
}

// Something is deleted, but never what was put in.
var open = map[string]bool{}

func unseenWrongKey(w http.ResponseWriter, r *http.Request) {
	open[r.URL.Path] = true
	delete(open, r.Host)
}

// Nothing shows that callers name ever more keys.
var titles = map[string]string{}

func UnseenCache(ctx context.Context, id string) string {
	titles[id] = "title of " + id
	return titles[id]
}

// A method of a map type does the writing.
type set map[string]bool

func (s set) add(key string) { s[key] = true }

var hosts = set{}

func unseenMethod(w http.ResponseWriter, r *http.Request) { hosts.add(r.Host) }

// The size is measured, not limited.
var clients = map[string]bool{}

func unseenGauge(w http.ResponseWriter, r *http.Request, gauge func(int)) {
	clients[r.RemoteAddr] = true
	gauge(len(clients))
}
