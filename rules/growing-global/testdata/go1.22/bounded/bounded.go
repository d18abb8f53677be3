// Package bounded has containers that something keeps small.
package bounded

import (
	"container/list"
	"net"
	"net/http"
	"sync"
	"time"
)

type state int

const (
	idle state = iota
	busy
)

type kind string

const (
	plain kind = "plain"
	fancy kind = "fancy"
)

var (
	deleted  = map[string]bool{}
	cleared  = map[string]bool{}
	replaced = map[string]bool{}
	capped   = map[string]bool{}
	expired  sync.Map
	evicted  = list.New()
	window   []string
	flushed  []string
	copied   []string
	shared   = map[string]bool{}
	handed   = map[string]bool{}
	states   = map[state]int{}
	kinds    = map[kind]int{}
	flags    = map[bool]int{}
	codes    = map[string]int{}
	shards   = map[int]int{}
	updated  = map[string]int{"GET": 0, "POST": 0}
	bytes    = map[byte]int{}
	nested   = map[string]map[string]bool{}
	Exported = map[string]bool{}
	pointed  = map[string]bool{}
	asked    = map[string]bool{}
	routes   = map[string]int{}
	methods  = map[string]int{}
	classes  = map[string]int{}
	days     = map[time.Weekday]int{}
	labels   = map[string]int{}
	depths   = map[int]int{}
	servers  = map[string]bool{}
	statuses = map[int]string{}
	tenants  = map[string]bool{}
	calls    = map[string]int{}
	started  = map[string]time.Time{}
	pages    = map[string]int{}
	sizes    = map[string]int{}
	peers    = map[string]bool{}
	levels   = map[level]bool{}
)

func okDelete(w http.ResponseWriter, r *http.Request) {
	deleted[r.Host] = true
	defer delete(deleted, r.Host)
}

func okClear(w http.ResponseWriter, r *http.Request) { cleared[r.Host] = true }

func okReplace(w http.ResponseWriter, r *http.Request) { replaced[r.Host] = true }

func sweep() {
	clear(cleared)
	replaced = map[string]bool{}
}

func okCapped(w http.ResponseWriter, r *http.Request) {
	if len(capped) < 1000 {
		capped[r.Host] = true
	}
}

func okExpire(w http.ResponseWriter, r *http.Request) {
	expired.Store(r.Host, time.Now())
	expired.Range(func(key, at any) bool {
		if time.Since(at.(time.Time)) > time.Hour {
			expired.Delete(key)
		}
		return true
	})
}

func okEvict(w http.ResponseWriter, r *http.Request) {
	evicted.PushFront(r.Host)
	if evicted.Len() > 100 {
		evicted.Remove(evicted.Back())
	}
}

func okWindow(w http.ResponseWriter, r *http.Request) {
	window = append(window, r.Host)
	if n := len(window); n > 100 {
		window = window[n-100:]
	}
}

func okFlush(w http.ResponseWriter, r *http.Request) {
	flushed = append(flushed, r.Host)
	if r.Method == http.MethodPost {
		flushed = nil
	}
}

// Whoever gets the slice or the map may do anything with it.
func okGiven(w http.ResponseWriter, r *http.Request) []string {
	copied = append(copied, r.Host)
	return copied
}

func okShared(w http.ResponseWriter, r *http.Request) {
	all := shared
	all[r.Host] = true
	shared[r.Host] = true
}

func okHanded(w http.ResponseWriter, r *http.Request) {
	handed[r.Host] = true
	trim(handed)
}

func trim(all map[string]bool) { clear(all) }

// There are few values of an enumeration, of a flag, of a byte.
func okEnumeration(w http.ResponseWriter, r *http.Request) {
	states[state(r.ContentLength)]++
	kinds[kind(r.Method)]++
	flags[r.Close]++
	bytes[byte(r.ContentLength)]++
}

func okConstant(w http.ResponseWriter, r *http.Request) {
	codes["requests"]++
	codes[r.Method+""] = codes["requests"]
	delete(codes, "")
}

func okShard(w http.ResponseWriter, r *http.Request) { shards[int(r.ContentLength)%16]++ }

// Only what is there already is written.
func okUpdate(w http.ResponseWriter, r *http.Request) {
	if _, ok := updated[r.Method]; ok {
		updated[r.Method]++
	}
}

func okNested(w http.ResponseWriter, r *http.Request, user string) {
	nested[user] = map[string]bool{}
	delete(nested[user], r.Host)
}

// Other packages may empty it.
func okExported(w http.ResponseWriter, r *http.Request) { Exported[r.Host] = true }

func okPointer(w http.ResponseWriter, r *http.Request) {
	pointed[r.Host] = true
	reset(&pointed)
}

func reset(all *map[string]bool) { *all = nil }

func okSize(w http.ResponseWriter, r *http.Request) bool {
	asked[r.Host] = true
	return len(asked) > 10
}

// The callers name all routes.
func count(route string) { routes[route]++ }

func okRoutes(w http.ResponseWriter, r *http.Request) {
	count("index")
	count("login")
}

func okLocal(w http.ResponseWriter, r *http.Request) int {
	seen := map[string]bool{}
	seen[r.Host] = true
	return len(seen)
}

// There are few methods that a handler is called with.
func okMethod(w http.ResponseWriter, r *http.Request) { methods[r.Method]++ }

func okClass(w http.ResponseWriter, r *http.Request) { classes[class(r)]++ }

func class(r *http.Request) string {
	if r.ContentLength > 1<<20 {
		return "big"
	}
	return "small"
}

func okDay(w http.ResponseWriter, r *http.Request) { days[time.Now().Weekday()]++ }

type labelKey struct{}

// What the program has put there itself.
func okContextValue(w http.ResponseWriter, r *http.Request) {
	label, _ := r.Context().Value(labelKey{}).(string)
	labels[label]++
}

func okRecursive(w http.ResponseWriter, r *http.Request) { depths[depth(r, 0)]++ }

func depth(r *http.Request, level int) int {
	if r.Response == nil {
		return level
	}
	return depth(r.Response.Request, 1)
}

// A client asks the servers that it knows.
func okClient(r *http.Request, response *http.Response) { servers[r.Host] = response.Close }

type transport struct{ http.RoundTripper }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	servers[r.URL.Host] = true
	return t.RoundTripper.RoundTrip(r)
}

type recorder struct {
	http.ResponseWriter
	status int
}

// The program itself decides on what it answers.
func okStatus(w http.ResponseWriter, r *http.Request) {
	recorded := &recorder{ResponseWriter: w}
	statuses[recorded.status] = http.StatusText(recorded.status)
}

// The names of tenants are known.
func okKnown(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("tenant")
	if _, ok := tenants[name]; !ok {
		http.NotFound(w, r)
		return
	}
	calls[name]++
}

func okKnownIf(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("tenant")
	if tenants[name] && r.Close {
		return
	}
	if known, ok := tenants[name]; ok && known {
		started[name] = time.Now()
	}
}

// Other pages are turned away.
func okChoice(w http.ResponseWriter, r *http.Request) {
	page := r.URL.Path
	switch page {
	case "/", "/about":
	default:
		http.NotFound(w, r)
		return
	}
	pages[page]++
}

func okCase(w http.ResponseWriter, r *http.Request) {
	size := r.FormValue("size")
	switch size {
	case "small", "big":
		sizes[size]++
	default:
		http.NotFound(w, r)
	}
}

// Which connection this is, an accepted one or one of the program's own, is not known.
func okConnection(connection net.Conn) { peers[connection.RemoteAddr().String()] = true }

type level string

func okElsewhere(w http.ResponseWriter, r *http.Request) { levels[level(r.FormValue("level"))] = true }
