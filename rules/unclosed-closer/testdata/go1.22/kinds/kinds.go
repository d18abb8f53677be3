// Package kinds has types that own all sorts of things, and functions that forget them.
package kinds

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// journal owns a file.
type journal struct {
	file *os.File
	w    *bufio.Writer
}

func openJournal(path string) (*journal, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &journal{file: f, w: bufio.NewWriter(f)}, nil
}

func (j *journal) add(line string) error {
	_, err := j.w.WriteString(line)
	return err
}

func (j *journal) Close() error {
	return errors.Join(j.w.Flush(), j.file.Close())
}

func note(path, line string) error {
	j, err := openJournal(path) // want `j, the journal that openJournal makes, is never closed`
	if err != nil {
		return err
	}
	return j.add(line)
}

// poller owns a ticker and has Stop.
type poller struct{ ticker *time.Ticker }

func newPoller(every time.Duration) *poller {
	return &poller{ticker: time.NewTicker(every)}
}

func (p *poller) next() time.Time { return <-p.ticker.C }

func (p *poller) Stop() { p.ticker.Stop() }

func waitTwice(every time.Duration) {
	p := newPoller(every) // want `p, the poller that newPoller makes, is never closed`
	p.next()
	p.next()
}

// server owns a listener and has Shutdown. Its fields are set one by one.
type server struct {
	listener net.Listener
	handler  http.Handler
}

func listen(address string, handler http.Handler) (*server, error) {
	s := &server{handler: handler}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	s.listener = l
	return s, nil
}

func (s *server) address() string { return s.listener.Addr().String() }

func (s *server) Shutdown(context.Context) error { return s.listener.Close() }

func freeAddress() (string, error) {
	s, err := listen("localhost:0", nil) // want `s, the server that listen makes, is never closed`
	if err != nil {
		return "", err
	}
	return s.address(), nil
}

// archive owns two things.
type archive struct {
	file *os.File
	zip  *gzip.Reader
}

func readArchive(path string) (*archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	zip, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &archive{f, zip}, nil
}

func (a *archive) Read(p []byte) (int, error) { return a.zip.Read(p) }

func (a *archive) Close() error {
	a.zip.Close()
	return a.file.Close()
}

func size(path string) (int64, error) {
	a, err := readArchive(path) // want `a, the archive that readArchive makes, is never closed`
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, a)
}

// Embedded: the file is a field as well.
type tail struct {
	*os.File
	at int64
}

func (t *tail) position() int64 { return t.at }

func openTail(path string) (*tail, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &tail{File: f}, nil
}

func (t *tail) Close() error { return t.File.Close() }

func start(path string) (int64, error) {
	t, err := openTail(path) // want `t, the tail that openTail makes, is never closed`
	if err != nil {
		return 0, err
	}
	return t.position(), nil
}

// What a constructor makes is handed on.
func openAny(path string) (*journal, error) { return openJournal(path) }

func noteAny(path, line string) error {
	j, err := openAny(path) // want `j, the journal that openAny makes, is never closed`
	if err != nil {
		return err
	}
	return j.add(line)
}

// It is made by a method.
func (j *journal) next(path string) (*journal, error) { return openJournal(path) }

func rotate(j *journal, path string) error {
	n, err := j.next(path) // want `n, the journal that j\.next makes, is never closed`
	if err != nil {
		return err
	}
	return n.add("rotated")
}

// The file is closed when the rest fails.
func openWith(path string) (_ *journal, err error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	j := &journal{file: f, w: bufio.NewWriter(f)}
	return j, j.add("opened")
}

func noteWith(path, line string) error {
	j, err := openWith(path) // want `j, the journal that openWith makes, is never closed`
	if err != nil {
		return err
	}
	return j.add(line)
}

// What it holds is not its own: nothing to close here but the file, which the caller has.
type view struct{ file *os.File }

func newView(f *os.File) *view { return &view{file: f} }

func (v *view) Close() error { return v.file.Close() }

func (v *view) name() string { return v.file.Name() }

func okBorrowed(f *os.File) string {
	defer f.Close()
	return newView(f).name()
}

// It can be closed, but owns nothing.
type counter struct{ n int }

func newCounter() *counter { return &counter{} }

func (c *counter) add() { c.n++ }

func (c *counter) Close() error { return nil }

func okOwnsNothing() {
	c := newCounter()
	c.add()
}

// It owns a file, but has no method to close it.
type leaf struct{ file *os.File }

func newLeaf(path string) (*leaf, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &leaf{file: f}, nil
}

func (l *leaf) name() string { return l.file.Name() }

func okCannotBeClosed(path string) (string, error) {
	l, err := newLeaf(path)
	if err != nil {
		return "", err
	}
	return l.name(), nil
}

// Closing it does something else.
type door struct {
	file *os.File
	shut bool
}

func newDoor(path string) (*door, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &door{file: f}, nil
}

func (d *door) name() string { return d.file.Name() }

func (d *door) Close() { d.shut = true }

func okClosesNothing(path string) (string, error) {
	d, err := newDoor(path)
	if err != nil {
		return "", err
	}
	return d.name(), nil
}

// guarded closes its file in a function literal.
type guarded struct {
	file *os.File
	once sync.Once
}

func newGuarded(path string) (*guarded, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &guarded{file: f}, nil
}

func (g *guarded) Close() (err error) {
	g.once.Do(func() { err = g.file.Close() })
	return err
}

func (g *guarded) name() string { return g.file.Name() }

func readName(path string) (string, error) {
	g, err := newGuarded(path) // want `g, the guarded that newGuarded makes, is never closed`
	if err != nil {
		return "", err
	}
	return g.name(), nil
}

// lease has a method to end it that is called by no usual name.
type lease struct{ renewals *time.Ticker }

func newLease(every time.Duration) *lease { return &lease{renewals: time.NewTicker(every)} }

func (l *lease) renewed() time.Time { return <-l.renewals.C }

func (l *lease) giveBack() { l.renewals.Stop() }

func renewOnce(every time.Duration) {
	l := newLease(every) // want `l, the lease that newLease makes, is never closed`
	l.renewed()
}

func okGivenBack(every time.Duration) {
	l := newLease(every)
	defer l.giveBack()
	l.renewed()
}

// follower ends by itself: the method that stops the ticker is there for what the ticker is for.
type follower struct{ ticker *time.Ticker }

func newFollower(every time.Duration) *follower { return &follower{ticker: time.NewTicker(every)} }

func (f *follower) run() {
	defer f.ticker.Stop()
	for range f.ticker.C {
	}
}

func (f *follower) age() int { return 0 }

func okNoMethodToClose(every time.Duration) int {
	f := newFollower(every)
	return f.age()
}

// rotated has another file each time that it is rotated.
type rotated struct{ file *os.File }

func newRotated(path string) (*rotated, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &rotated{file: f}, nil
}

func (r *rotated) rotate() (err error) {
	r.file.Close()
	r.file, err = os.Create(r.file.Name())
	return err
}

func (r *rotated) size() int { return 0 }

func okOnlyRotated(path string) (int, error) {
	r, err := newRotated(path)
	if err != nil {
		return 0, err
	}
	return r.size(), nil
}
