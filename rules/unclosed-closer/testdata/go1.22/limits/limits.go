// Package limits leaves values open in ways that the rule does not see yet. Functions whose names begin with unseen are
// known to be missed.
package limits

import (
	"context"
	"errors"
	"os"
)

// session owns a cancel function: Close calls a field, and no method of it.
type session struct{ cancel context.CancelFunc }

func newSession(parent context.Context) *session {
	_, cancel := context.WithCancel(parent)
	return &session{cancel: cancel}
}

func (s *session) Close() { s.cancel() }

func (s *session) use() {}

func unseenFunctionField(parent context.Context) {
	s := newSession(parent)
	s.use()
}

// store is generic.
type store[T any] struct {
	file *os.File
	last T
}

func open[T any](path string) (*store[T], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &store[T]{file: f}, nil
}

func (s *store[T]) Close() error { return s.file.Close() }

func (s *store[T]) get() T { return s.last }

func unseenGeneric(path string) (string, error) {
	s, err := open[string](path)
	if err != nil {
		return "", err
	}
	return s.get(), nil
}

// many closes its files one by one.
type many struct{ files []*os.File }

func newMany(paths []string) (*many, error) {
	m := &many{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, errors.Join(err, m.Close())
		}
		m.files = append(m.files, f)
	}
	return m, nil
}

func (m *many) Close() (err error) {
	for _, f := range m.files {
		err = errors.Join(err, f.Close())
	}
	return err
}

func (m *many) count() int { return len(m.files) }

func unseenSlice(paths []string) int {
	m, err := newMany(paths)
	if err != nil {
		return 0
	}
	return m.count()
}

// plain is what the others are made of.
type plain struct {
	file *os.File
	size int
}

func newPlain(path string) (*plain, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &plain{file: f}, nil
}

func (p *plain) Close() error { return p.file.Close() }

func (p *plain) name() string { return p.file.Name() }

// The value of a field might be what Close releases.
func unseenFieldRead(path string) (int, error) {
	p, err := newPlain(path)
	if err != nil {
		return 0, err
	}
	return p.size, nil
}

// nested owns a value of the package, which owns a file.
type nested struct{ inner *plain }

func newNested(path string) (*nested, error) {
	p, err := newPlain(path)
	if err != nil {
		return nil, err
	}
	return &nested{inner: p}, nil
}

func (n *nested) Close() error { return n.inner.Close() }

func (n *nested) name() string { return n.inner.name() }

func unseenNested(path string) (string, error) {
	n, err := newNested(path)
	if err != nil {
		return "", err
	}
	return n.name(), nil
}

type named interface {
	name() string
	Close() error
}

// The result of the constructor does not say which type it is.
func newNamed(path string) (named, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &plain{file: f}, nil
}

func unseenInterface(path string) (string, error) {
	n, err := newNamed(path)
	if err != nil {
		return "", err
	}
	return n.name(), nil
}
