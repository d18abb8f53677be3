// Package store opens files for other packages.
package store

import (
	"errors"
	"io"
	"os"
	"sync"

	"example.com/fixture/disk"
)

// Open hands out what it opens.
func Open(p string) (*os.File, error) {
	f, err := os.Open(p)
	if err != nil {
		return nil, errors.New("no " + p)
	}
	if _, err := f.Stat(); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// OpenReader hands it out as something that can be read and closed.
func OpenReader(p string) (io.ReadCloser, error) {
	return openInside(p)
}

func openInside(p string) (io.ReadCloser, error) {
	return os.Open(p)
}

// Must opens or dies.
func Must(p string) *os.File {
	f, err := Open(p)
	if err != nil {
		panic(err)
	}
	return f
}

// Remote hands out what yet another package opens.
func Remote(p string) (*os.File, error) {
	return disk.Open(p)
}

// Retry calls itself.
func Retry(p string, left int) (*os.File, error) {
	f, err := os.Open(p)
	if err != nil && left > 0 {
		return Retry(p, left-1)
	}
	return f, err
}

// Ping and Pong call each other.
func Ping(p string, left int) (*os.File, error) {
	if left == 0 {
		return os.Open(p)
	}
	return Pong(p, left-1)
}

func Pong(p string, left int) (*os.File, error) {
	return Ping(p, left)
}

// Source has an Open of its own.
type Source interface {
	Open(p string) (*os.File, error)
}

// Mount opens by itself what its source does not have.
type Mount struct{ from Source }

// Open calls another Open.
func (m Mount) Open(p string) (*os.File, error) {
	if m.from != nil {
		return m.from.Open(p)
	}
	return os.Open(p)
}

// AsFile may be given a file.
func AsFile(r io.Reader, p string) (*os.File, error) {
	switch f := r.(type) {
	case *os.File:
		return f, nil
	}
	return os.Open(p)
}

// Optional may have nothing to open.
func Optional(p string) (*os.File, error) {
	if p == "" {
		return nil, nil
	}
	return os.Open(p)
}

// Pair hands out a file beside something else.
func Pair(p string) (string, *os.File, error) {
	f, err := os.Open(p)
	return p, f, err
}

// Dir has methods that open.
type Dir struct {
	mu    sync.Mutex
	root  string
	kept  map[string]*os.File
	first *os.File
}

// Open opens a file below the directory.
func (d *Dir) Open(name string) (*os.File, error) {
	return os.Open(d.root + name)
}

// Cached keeps what it opens.
func (d *Dir) Cached(name string) (*os.File, error) {
	f, err := os.Open(d.root + name)
	if err != nil {
		return nil, err
	}
	d.kept[name] = f
	return f, nil
}

// Looked hands out what it keeps if it has it.
func (d *Dir) Looked(name string) (*os.File, error) {
	if f, ok := d.kept[name]; ok {
		return f, nil
	}
	return os.Open(name)
}

// First opens one file, once.
func (d *Dir) First() (*os.File, error) {
	if d.first != nil {
		return d.first, nil
	}
	f, err := os.Open(d.root)
	if err != nil {
		return nil, err
	}
	d.first = f
	return d.first, nil
}

// OrInput may hand out what is always open.
func OrInput(p string) (*os.File, error) {
	if p == "-" {
		return os.Stdin, nil
	}
	return os.Open(p)
}

// WithCloser hands out a function that closes.
func WithCloser(p string) (*os.File, func(), error) {
	f, err := os.Open(p)
	if err != nil {
		return nil, nil, err
	}
	return f, func() { f.Close() }, nil
}

// Plain hands out a reader, which nobody can close.
func Plain(p string) (io.Reader, error) {
	return os.Open(p)
}

var opened []*os.File

// Noted is closed with all others.
func Noted(p string) (*os.File, error) {
	f, err := os.Open(p)
	if err == nil {
		opened = append(opened, f)
	}
	return f, err
}

// Closed hands out what cannot be used any more.
func Closed(p string) (*os.File, error) {
	f, err := os.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f, nil
}

// OnFailure closes what it does not hand out.
func OnFailure(p string) (f *os.File, err error) {
	f, err = os.Open(p)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	_, err = f.Stat()
	return f, err
}

// Opener is implemented elsewhere.
type Opener interface {
	Open(p string) (*os.File, error)
}
