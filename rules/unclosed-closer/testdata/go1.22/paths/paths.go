// Package paths closes what it makes on some paths, or on all.
package paths

import (
	"errors"
	"fmt"
	"net"
	"os"
	"testing"
)

// store owns a file.
type store struct{ file *os.File }

func open(path string) (*store, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &store{file: f}, nil
}

func must(path string) *store {
	s, err := open(path)
	if err != nil {
		panic(err)
	}
	return s
}

func (s *store) Close() error { return s.file.Close() }

func (s *store) check() error {
	if s.file.Name() == "" {
		return errors.New("no name")
	}
	return nil
}

func deferredTooLate(path string) error {
	s, err := open(path) // want "s, the store that open makes, is not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return err
	}
	defer s.Close()
	return s.check()
}

func closedOnSuccess(path string) error {
	s, err := open(path) // want `s, the store that open makes, is not closed on every path: a return leaves it behind`
	if err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return fmt.Errorf("the check of a store that has just been opened has failed: %w", err)
	}
	return s.Close()
}

// The error of the second one leaves the first one open.
func both(from, to string) error {
	a, err := open(from) // want "a, the store that open makes, is not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	b, err := open(to)
	if err != nil {
		return err
	}
	defer a.Close()
	defer b.Close()
	return errors.Join(a.check(), b.check())
}

func retried(paths []string) (err error) {
	var s *store
	for _, path := range paths {
		s, err = open(path) // want `s, the store that open makes, gets another value before it is closed`
		if err == nil && s.check() == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	return s.Close()
}

func everyTurn(paths []string) {
	for _, path := range paths {
		s := must(path) // want `s, the store that must makes, gets another value before it is closed`
		if err := s.check(); err != nil {
			fmt.Println(err)
		}
	}
}

func isThere(path string) bool {
	_, err := open(path) // want `the store that open makes is thrown away, so it can never be closed`
	return err == nil
}

func touch(path string) {
	must(path) // want `the store that must makes is thrown away`
}

func checkOnly(path string) error {
	return must(path).check() // want `the store that must makes is thrown away`
}

func inLiteral(path string) func() error {
	return func() error {
		s, err := open(path) // want `s, the store that open makes, is never closed`
		if err != nil {
			return err
		}
		return s.check()
	}
}

func okDeferred(path string) error {
	s, err := open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	return s.check()
}

func okDeferredLiteral(path string) (err error) {
	s, err := open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.check()
}

func okEachPath(path string) error {
	s, err := open(path)
	if err != nil {
		return err
	}
	if err := s.check(); err != nil {
		s.Close()
		return err
	}
	return s.Close()
}

func okEachTurn(paths []string) error {
	for _, path := range paths {
		s, err := open(path)
		if err != nil {
			continue
		}
		err = s.check()
		s.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func okUnlessNil(path string) {
	s, _ := open(path)
	if s != nil {
		s.Close()
	}
}

func okAtOnce(path string) error { return must(path).Close() }

func okMethodValue(path string) error {
	s := must(path)
	end := s.Close
	defer end()
	return s.check()
}

func okMethodExpression(path string) error {
	s := must(path)
	defer (*store).Close(s)
	return s.check()
}

// Closing the file is all that closing the store does.
func okFile(path string) error {
	s := must(path)
	defer s.file.Close()
	return s.check()
}

func okExits(path string) {
	s := must(path)
	if err := s.check(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	s.Close()
}

func okInTest(t *testing.T, path string) {
	s := must(path)
	t.Cleanup(func() { s.Close() })
	if err := s.check(); err != nil {
		t.Fatal(err)
	}
}

// listener is not told from what it holds by its methods: it embeds it.
type listener struct {
	net.Listener
	tries int
}

func listen(address string) (*listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	return &listener{Listener: l}, nil
}

func (l *listener) Close() error {
	l.tries = 0
	return l.Listener.Close()
}

func okEmbedded(address string) (string, error) {
	l, err := listen(address)
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

func embedded(address string) (string, error) {
	l, err := listen(address) // want `l, the listener that listen makes, is never closed`
	if err != nil {
		return "", err
	}
	return l.Addr().String(), nil
}
