// Package owners hands what it makes over to others.
package owners

import (
	"context"
	"io"
	"os"
	"sync"
	"testing"
	"time"
)

// watch owns a ticker.
type watch struct{ ticker *time.Ticker }

func newWatch(every time.Duration) *watch { return &watch{ticker: time.NewTicker(every)} }

func (w *watch) next() time.Time { return <-w.ticker.C }

func (w *watch) Close() error {
	w.ticker.Stop()
	return nil
}

func okReturned() *watch {
	w := newWatch(time.Second)
	w.next()
	return w
}

func okReturnedAsCloser() io.Closer { return newWatch(time.Second) }

func okReturnedClose() (func() time.Time, func() error) {
	w := newWatch(time.Second)
	return w.next, w.Close
}

type group struct {
	first   *watch
	watches []*watch
	byName  map[string]*watch
}

func (g *group) okField() { g.first = newWatch(time.Second) }

func (g *group) okAppended() {
	w := newWatch(time.Second)
	w.next()
	g.watches = append(g.watches, w)
}

func (g *group) okMapEntry(name string) { g.byName[name] = newWatch(time.Second) }

func okLiteral() group { return group{first: newWatch(time.Second)} }

func okSent(to chan<- *watch) {
	w := newWatch(time.Second)
	to <- w
}

func okHelper() time.Time {
	w := newWatch(time.Second)
	defer closeQuietly(w)
	return w.next()
}

func closeQuietly(c io.Closer) { _ = c.Close() }

func okUnknown(use func(*watch)) {
	w := newWatch(time.Second)
	use(w)
}

func okGoroutine(ctx context.Context) {
	w := newWatch(time.Second)
	go func() {
		defer w.Close()
		<-ctx.Done()
	}()
}

func okGoroutineKeepsIt() {
	w := newWatch(time.Second)
	go func() {
		for {
			w.next()
		}
	}()
}

func okCleanup(t *testing.T) *group {
	w := newWatch(time.Second)
	t.Cleanup(func() { w.Close() })
	return &group{}
}

func okClosers(n int) (err error) {
	var closers []io.Closer
	defer func() {
		for _, c := range closers {
			c.Close()
		}
	}()
	for range n {
		w := newWatch(time.Second)
		closers = append(closers, w)
	}
	return nil
}

var standard = newWatch(time.Second)

var (
	once   sync.Once
	shared *watch
)

func okOnce() *watch {
	once.Do(func() { shared = newWatch(time.Second) })
	return shared
}

// reader owns a file.
type reader struct{ file *os.File }

func newReader(path string) (*reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &reader{file: f}, nil
}

func (r *reader) Close() error { return r.file.Close() }

func (r *reader) name() string { return r.file.Name() }

func okPassedOn(path string, w io.Writer) error {
	r, err := newReader(path)
	if err != nil {
		return err
	}
	defer closeQuietly(r)
	_, err = io.WriteString(w, r.name())
	return err
}

func helperOnlyUses(path string) (string, error) {
	r, err := newReader(path) // want `r, the reader that newReader makes, is never closed`
	if err != nil {
		return "", err
	}
	return title(r), nil
}

func title(r *reader) string { return r.name() }
