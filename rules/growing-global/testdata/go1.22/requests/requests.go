// Package requests has containers that grow with the requests it serves.
package requests

import (
	"container/list"
	"context"
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

type session struct{ user string }

var (
	mutex    sync.Mutex
	sessions = map[string]*session{}    // want "sessions only grows: its keys have no bound"
	visits   = make(map[string]int)     // want "visits only grows"
	lastSeen map[string]time.Time       // want "lastSeen only grows"
	peers    sync.Map                   // want "peers only grows"
	rendered sync.Map                   // want "rendered only grows"
	history  []visit                    // want "history only grows: each request adds to it"
	recent   = list.New()               // want "recent only grows"
	digests  = map[[32]byte]struct{}{}  // want "digests only grows"
	pairs    = map[pair]bool{}          // want "pairs only grows"
	byUser   = map[string][]string{}    // want "byUser only grows"
	messages = map[string]*message{}    // want "messages only grows"
	started  = map[int64]bool{}         // want "started only grows"
	locks    sync.Map                   // want "locks only grows"
	guards   = map[string]*sync.Mutex{} // want "guards only grows"
	attempts = map[string]time.Time{}   // want "attempts only grows"
	paths    = map[string]int{}         // want "paths only grows"
)

var byAddress = map[string]int{} // want "byAddress only grows"

// The key comes out of a helper.
func Limit(w http.ResponseWriter, r *http.Request) {
	byAddress[address(r)]++
}

func address(r *http.Request) string {
	if forwarded := r.Header.Get("X-Forwarded-For"); forwarded != "" {
		return strings.TrimSpace(forwarded)
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	return host
}

type visit struct {
	path string
	at   time.Time
}

type pair struct{ method, path string }

func login(w http.ResponseWriter, r *http.Request) {
	mutex.Lock()
	defer mutex.Unlock()
	user := r.FormValue("user")
	sessions[user] = &session{user}
	visits[r.RemoteAddr]++
	if lastSeen == nil {
		lastSeen = make(map[string]time.Time)
	}
	lastSeen[user] = time.Now()
	byUser[user] = append(byUser[user], r.URL.Path)
	digests[sha256.Sum256([]byte(user))] = struct{}{}
	key := pair{method: r.Method, path: r.URL.Path}
	pairs[key] = true
	fmt.Fprintln(w, len(sessions) == 0)
}

func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		history = append(history, visit{r.URL.Path, time.Now()})
		recent.PushBack(r.URL.Path)
		page(w, r.URL.Path)
	})
}

// The key comes from a request two calls away.
func page(w http.ResponseWriter, path string) { store(path) }

func store(path string) {
	if _, ok := rendered.Load(path); !ok {
		rendered.Store(path, "<p>"+path)
	}
}

func listen(listener net.Listener) error {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		go serve(connection)
	}
}

func serve(connection net.Conn) {
	defer connection.Close()
	peers.Store(connection.RemoteAddr().String(), true)
}

type server struct{}

type message struct{ id string }

type reply struct{}

// Post has the form of a remote procedure.
func (server) Post(ctx context.Context, m *message) (*reply, error) {
	messages[m.id] = &message{}
	return &reply{}, nil
}

func Start() {
	started[time.Now().UnixNano()] = true
}

// Update takes turns for each resource.
func Update(id string, change func()) {
	mutex := lockOf(id)
	mutex.Lock()
	defer mutex.Unlock()
	change()
}

func lockOf(id string) *sync.Mutex {
	lock, _ := locks.LoadOrStore(id, new(sync.Mutex))
	return lock.(*sync.Mutex)
}

// Guard gives the lock of a name, made when it is first asked for.
func Guard(name string) *sync.Mutex {
	mutex.Lock()
	defer mutex.Unlock()
	guard, ok := guards[name]
	if !ok {
		guard = &sync.Mutex{}
		guards[name] = guard
	}
	return guard
}

// Whoever comes too often is turned away, and everybody is remembered.
func throttle(w http.ResponseWriter, r *http.Request) {
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	if last, ok := attempts[host]; ok && time.Since(last) < time.Second {
		http.Error(w, "slow down", http.StatusTooManyRequests)
		return
	}
	attempts[host] = time.Now()
}

// Only some of the paths are told apart.
func countPaths(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	switch path {
	case "/metrics":
		return
	case "/healthz":
		path = "/health"
	}
	paths[path]++
}
