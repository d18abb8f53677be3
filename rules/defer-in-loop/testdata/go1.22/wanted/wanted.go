// Package wanted defers what is needed beyond the turn that defers it.
package wanted

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"testing"
	"time"
)

func lateCollected(paths []string) (io.Reader, error) {
	var parts []io.Reader
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close() // want "not when the turn ends"
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

func lateKeptByField(s *server, addresses []string) error {
	for i, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		defer conn.Close() // want "not when the turn ends"
		s.peers[i] = &peer{conn: conn}
	}
	return s.talk()
}

type server struct{ peers []*peer }

type peer struct{ conn net.Conn }

func (s *server) talk() error { return nil }

func lateKeptByMap(names []string) error {
	open := map[string]*os.File{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "not when the turn ends"
		open[name] = f
	}
	return compare(open)
}

func compare(map[string]*os.File) error { return nil }

func lateSent(paths []string, files chan<- *os.File) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		files <- f
	}
}

func lateForGoroutines(ctx context.Context, workers []func(context.Context)) {
	var wg sync.WaitGroup
	for _, work := range workers {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel() // want "not when the turn ends"
		wg.Add(1)
		go func() {
			defer wg.Done()
			work(ctx)
		}()
	}
	wg.Wait()
}

// The pool keeps what is added to it.
func lateAdded(p *pool, addresses []string) error {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		defer conn.Close() // want "not when the turn ends"
		p.Add(conn)
	}
	return p.run()
}

type pool struct{ conns []net.Conn }

func (p *pool) Add(c net.Conn) { p.conns = append(p.conns, c) }
func (p *pool) run() error     { return nil }

// What is closed was there before the loop.
func lateElements(files []*os.File) {
	for _, f := range files {
		defer f.Close() // want "not when the turn ends"
	}
	_, _ = files[0].Write(nil)
}

func lateIndexed(files []*os.File) {
	for i := range files {
		defer files[i].Close() // want "not when the turn ends"
	}
}

func lateBatch(open func() []io.Closer) {
	for _, c := range open() {
		defer c.Close() // want "not when the turn ends"
	}
}

func lateFieldOfElement(peers []*peer) {
	for _, p := range peers {
		conn := p.conn
		defer conn.Close() // want "not when the turn ends"
	}
}

func lateAsserted(values []any) {
	for _, value := range values {
		if c, ok := value.(io.Closer); ok {
			defer c.Close() // want "not when the turn ends"
		}
		switch v := value.(type) {
		case *os.File:
			defer v.Sync() // want "not when the turn ends"
		}
	}
}

// All locks are held together.
func lateLocks(shards []*shard) (sum int) {
	for _, s := range shards {
		s.mu.Lock()
		defer s.mu.Unlock() // want "not when the turn ends"
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

func lateLocksByName(l locks, names []string, work func() error) error {
	for _, name := range names {
		held, err := l.Lock(name)
		if err != nil {
			return err
		}
		defer held.Close() // want "not when the turn ends"
	}
	return work()
}

func lateEnvironment(t *testing.T, variables map[string]string) {
	for name, value := range variables {
		old := os.Getenv(name)
		os.Setenv(name, value)
		defer os.Setenv(name, old) // want "not when the turn ends"
	}
	t.Log(os.Environ())
}

// The options have to be in force when the command runs.
func lateOptions(options []func() func(), run func() error) error {
	for _, option := range options {
		undo := option()
		defer undo() // want "not when the turn ends"
	}
	return run()
}

// Done again only when the function fails as a whole.
func lateUndoneOnFailure(names []string, mount func(string) (*volume, error)) (err error) {
	for _, name := range names {
		v, mountErr := mount(name)
		if mountErr != nil {
			return mountErr
		}
		defer func() { // want "not when the turn ends"
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
func lateMeasured(n int, create func() *volume, measure func([]int)) {
	var ids []int
	for range n {
		v := create()
		defer v.Delete() // want "not when the turn ends"
		ids = append(ids, v.id())
	}
	measure(ids)
}

// The deferred call finds nothing to do: every turn has closed it.
func lateClosedInTurn(paths []string) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close() // want "not when the turn ends"
		if _, err := io.Copy(io.Discard, f); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}

func lateCancelledInTurn(ctx context.Context, try func(context.Context) error) error {
	for {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want "not when the turn ends"
		if try(ctx) == nil {
			return nil
		}
		cancel()
	}
}

// What others have started is collected, to be closed in the end.
func lateReceived(addresses []string, started <-chan *volume, use func()) {
	for range addresses {
		v := <-started
		defer v.Delete() // want "not when the turn ends"
	}
	use()
}

func lateDelayedCalls(delays []time.Duration, results chan int) int {
	for i, delay := range delays {
		timer := time.AfterFunc(delay, func() { results <- i })
		defer timer.Stop() // want "not when the turn ends"
	}
	for {
		if result := <-results; result > 0 {
			return result
		}
	}
}

// A call that is put off at the very end of a turn is put off on purpose.
func lateAtEndOfTurn(names []string, begin func(string) *volume, update func() error) error {
	for _, name := range names {
		v := begin(name)
		defer v.unmount() // want "not when the turn ends"
	}
	return update()
}

// The references are counted: they are held until the call that uses the numbers.
func lateReferences(table []*volume, call func([]int) error) error {
	var ids []int
	for i := range table {
		v := lookUp(i)
		defer v.DecRef() // want "not when the turn ends"
		ids = append(ids, v.id())
	}
	return call(ids)
}

func lookUp(int) *volume { return &volume{} }

func (v *volume) DecRef() {}

// Not cleaning up, but work that has to wait until the function ends.
func latePutOff(names []string, open func(string) *volume, protect func(*volume)) {
	for _, name := range names {
		v := open(name)
		defer func() { protect(v) }() // want "not when the turn ends"
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
func lateTriggered(changes []string, restart func()) {
	for _, change := range changes {
		if change == "limits" {
			defer restart() // want "not when the turn ends"
		}
	}
}

// Goroutines may use them until they are waited for.
func lateForReaders(paths []string) {
	var wg sync.WaitGroup
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		wg.Add(1)
		go func() {
			defer wg.Done()
			io.Copy(io.Discard, f)
		}()
	}
	wg.Wait()
}

func lateForViews(paths []string) (first []string) {
	var readers []*bufio.Reader
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		r := bufio.NewReader(f)
		readers = append(readers, r)
	}
	for _, r := range readers {
		line, _ := r.ReadString('\n')
		first = append(first, line)
	}
	return first
}
