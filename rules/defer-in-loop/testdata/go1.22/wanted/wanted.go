// Package wanted defers what is needed beyond the turn that defers it.
package wanted

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"testing"
	"time"
)

func okCollected(paths []string) (io.Reader, error) {
	var parts []io.Reader
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		parts = append(parts, f)
	}
	data, err := io.ReadAll(io.MultiReader(parts...))
	if err != nil {
		return nil, err
	}
	return &reader{data}, nil
}

type reader struct{ data []byte }

func (r *reader) Read(p []byte) (int, error) { return copy(p, r.data), io.EOF }

func okKeptByField(s *server, addresses []string) error {
	for i, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		defer conn.Close()
		s.peers[i] = &peer{conn: conn}
	}
	return s.talk()
}

type server struct{ peers []*peer }

type peer struct{ conn net.Conn }

func (s *server) talk() error { return nil }

func okKeptByMap(names []string) error {
	open := map[string]*os.File{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		open[name] = f
	}
	return compare(open)
}

func compare(map[string]*os.File) error { return nil }

func okSent(paths []string, files chan<- *os.File) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		files <- f
	}
}

func okForGoroutines(ctx context.Context, workers []func(context.Context)) {
	var wg sync.WaitGroup
	for _, work := range workers {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		wg.Add(1)
		go func() {
			defer wg.Done()
			work(ctx)
		}()
	}
	wg.Wait()
}

// The pool keeps what is added to it.
func okAdded(p *pool, addresses []string) error {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		defer conn.Close()
		p.Add(conn)
	}
	return p.run()
}

type pool struct{ conns []net.Conn }

func (p *pool) Add(c net.Conn) { p.conns = append(p.conns, c) }
func (p *pool) run() error     { return nil }

// What is closed was there before the loop.
func okElements(files []*os.File) {
	for _, f := range files {
		defer f.Close()
	}
	_, _ = files[0].Write(nil)
}

func okIndexed(files []*os.File) {
	for i := range files {
		defer files[i].Close()
	}
}

func okBatch(open func() []io.Closer) {
	for _, c := range open() {
		defer c.Close()
	}
}

func okFieldOfElement(peers []*peer) {
	for _, p := range peers {
		conn := p.conn
		defer conn.Close()
	}
}

func okAsserted(values []any) {
	for _, value := range values {
		if c, ok := value.(io.Closer); ok {
			defer c.Close()
		}
		switch v := value.(type) {
		case *os.File:
			defer v.Sync()
		}
	}
}

// All locks are held together.
func okLocks(shards []*shard) (sum int) {
	for _, s := range shards {
		s.mu.Lock()
		defer s.mu.Unlock()
	}
	for _, s := range shards {
		sum += s.n
	}
	return sum
}

type shard struct {
	mu sync.Mutex
	n  int
}

type locks struct{}

func (locks) Lock(name string) (io.Closer, error) { return nil, errors.ErrUnsupported }

func okLocksByName(l locks, names []string, work func() error) error {
	for _, name := range names {
		held, err := l.Lock(name)
		if err != nil {
			return err
		}
		defer held.Close()
	}
	return work()
}

func okEnvironment(t *testing.T, variables map[string]string) {
	for name, value := range variables {
		old := os.Getenv(name)
		os.Setenv(name, value)
		defer os.Setenv(name, old)
	}
	t.Log(os.Environ())
}

// The options have to be in force when the command runs.
func okOptions(options []func() func(), run func() error) error {
	for _, option := range options {
		undo := option()
		defer undo()
	}
	return run()
}

// Done again only when the function fails as a whole.
func okUndoneOnFailure(names []string, mount func(string) (*volume, error)) (err error) {
	for _, name := range names {
		v, mountErr := mount(name)
		if mountErr != nil {
			return mountErr
		}
		defer func() {
			if err == nil {
				return
			}
			v.unmount()
		}()
	}
	return nil
}

type volume struct{}

func (v *volume) unmount()      {}
func (v *volume) Delete() error { return nil }
func (v *volume) id() int       { return 0 }

// They are to be there while they are measured.
func okMeasured(n int, create func() *volume, measure func([]int)) {
	var ids []int
	for range n {
		v := create()
		defer v.Delete()
		ids = append(ids, v.id())
	}
	measure(ids)
}

// The deferred call finds nothing to do: every turn has closed it.
func okClosedInTurn(paths []string) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		if _, err := io.Copy(io.Discard, f); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}

func okCancelledInTurn(ctx context.Context, try func(context.Context) error) error {
	for {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if try(ctx) == nil {
			return nil
		}
		cancel()
	}
}

// What others have started is collected, to be closed in the end.
func okReceived(addresses []string, started <-chan *volume, use func()) {
	for range addresses {
		v := <-started
		defer v.Delete()
	}
	use()
}

func okDelayedCalls(delays []time.Duration, results chan int) int {
	for i, delay := range delays {
		timer := time.AfterFunc(delay, func() { results <- i })
		defer timer.Stop()
	}
	for {
		if result := <-results; result > 0 {
			return result
		}
	}
}

// A call that is put off at the very end of a turn is put off on purpose.
func okAtEndOfTurn(names []string, begin func(string) *volume, update func() error) error {
	for _, name := range names {
		v := begin(name)
		defer v.unmount()
	}
	return update()
}

// The references are counted: they are held until the call that uses the numbers.
func okReferences(table []*volume, call func([]int) error) error {
	var ids []int
	for i := range table {
		v := lookUp(i)
		defer v.DecRef()
		ids = append(ids, v.id())
	}
	return call(ids)
}

func lookUp(int) *volume { return &volume{} }

func (v *volume) DecRef() {}

// Not cleaning up, but work that has to wait until the function ends.
func okPutOff(names []string, open func(string) *volume, protect func(*volume)) {
	for _, name := range names {
		v := open(name)
		defer func() { protect(v) }()
	}
}

// Other registrations are no defers.
func okCleanup(t *testing.T, paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
	}
}

// It is meant to run in the end, however many of the changes ask for it.
func okTriggered(changes []string, restart func()) {
	for _, change := range changes {
		if change == "limits" {
			defer restart()
		}
	}
}
