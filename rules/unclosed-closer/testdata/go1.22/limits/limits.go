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

// plain owns a file.
type plain struct{ file *os.File }

func newPlain(path string) (*plain, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &plain{file: f}, nil
}

func (p *plain) Close() error { return p.file.Close() }

func (p *plain) name() string { return p.file.Name() }

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
