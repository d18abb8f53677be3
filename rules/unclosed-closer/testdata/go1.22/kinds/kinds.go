// Package kinds has types that own all sorts of things, and functions that forget them.
package kinds

import (
	"bufio"
	"compress/gzip"
	"context"
	"database/sql"
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

// session owns a cancel function, and is no pointer.
type session struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func newSession(parent context.Context) session {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	return session{ctx: ctx, cancel: cancel}
}

func (s session) Close() { s.cancel() }

func ask(parent context.Context) error {
	s := newSession(parent) // want `s, the session that newSession makes, is never closed`
	return s.ctx.Err()
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

// store is generic.
type store[T any] struct {
	db   *sql.DB
	once sync.Once
}

func openStore[T any](dsn string) (*store[T], error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	return &store[T]{db: db}, nil
}

func (s *store[T]) get(id int) (value T, err error) {
	err = s.db.QueryRow("SELECT value FROM things WHERE id = $1", id).Scan(&value)
	return value, err
}

func (s *store[T]) Close() (err error) {
	s.once.Do(func() { err = s.db.Close() })
	return err
}

func name(dsn string, id int) (string, error) {
	s, err := openStore[string](dsn) // want `s, the store that openStore\[string\] makes, is never closed`
	if err != nil {
		return "", err
	}
	return s.get(id)
}

// Embedded: the file is a field as well.
type tail struct {
	*os.File
	at int64
}

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
	return t.at, nil
}

// wrapped hands on what another constructor makes.
func openAny(path string) (*journal, error) { return openJournal(path) }

func noteAny(path, line string) error {
	j, err := openAny(path) // want `j, the journal that openAny makes, is never closed`
	if err != nil {
		return err
	}
	return j.add(line)
}

// client owns a journal in turn.
type client struct{ log *journal }

func newClient(path string) (*client, error) {
	j, err := openJournal(path)
	if err != nil {
		return nil, err
	}
	return &client{log: j}, nil
}

func (c *client) Close() error { return c.log.Close() }

func call(path string) error {
	c, err := newClient(path) // want `c, the client that newClient makes, is never closed`
	if err != nil {
		return err
	}
	return c.log.add("called")
}
