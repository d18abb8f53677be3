// Package service uses leases of another package.
package service

import (
	"errors"

	"example.com/fixture/pool"
)

var errBusy = errors.New("busy")

type service struct {
	leases *pool.Pool
	held   *pool.Lease
}

func (s *service) never() error {
	l, err := s.leases.Get() // want "^l, the lease that s.leases.Get acquires, is never released$"
	if err != nil {
		return err
	}
	s.leases.Renew(l)
	return l.Use()
}

func (s *service) skipped(busy bool) error {
	l, err := s.leases.Get() // want "^l, the lease that s.leases.Get acquires, is not released on every path: `return errBusy` leaves it behind$"
	if err != nil {
		return err
	}
	if busy {
		return errBusy
	}
	pool.Release(l)
	return nil
}

func (s *service) discarded() {
	s.leases.Get() // want "^the lease that s.leases.Get acquires is thrown away, so it can never be released$"
}

func (s *service) overwritten() error {
	l, err := s.leases.Get() // want "^l, the lease that s.leases.Get acquires, gets another value before it is released$"
	if err != nil {
		return err
	}
	l, err = s.leases.Get()
	if err != nil {
		return err
	}
	return l.Close()
}

func fromInterface(source pool.Source) error {
	l, err := source.Lease() // want "is never released"
	if err != nil {
		return err
	}
	return l.Use()
}

// A helper of this package hands out what it acquires.
func (s *service) lease() (*pool.Lease, error) {
	return s.leases.Get()
}

func (s *service) fromHelper() error {
	l, err := s.lease() // want "^l, the lease that s.lease acquires, is never released$"
	if err != nil {
		return err
	}
	return l.Use()
}

func (s *service) okClosed() error {
	l, err := s.leases.Get()
	if err != nil {
		return err
	}
	defer l.Close()
	return l.Use()
}

func (s *service) okReturned() error {
	l, err := s.leases.Get()
	if err != nil {
		return err
	}
	l.Return("done")
	return nil
}

func (s *service) okPutBack() error {
	l, err := s.leases.Get()
	if err != nil {
		return err
	}
	defer s.leases.Put(l)
	return l.Use()
}

func (s *service) okInClosure() error {
	l, err := s.leases.Get()
	if err != nil {
		return err
	}
	defer func() {
		pool.Ping(l)
		pool.Release(l)
	}()
	return l.Use()
}

func (s *service) okAdopted() error {
	l, err := s.leases.Get()
	if err != nil {
		return err
	}
	pool.Adopt(l, "adopted")
	return nil
}

func (s *service) okHeld() (err error) {
	s.held, err = s.leases.Get()
	return err
}

func (s *service) okOnlyOnSuccess() {
	if l, ok := s.leases.TryGet(); ok {
		defer pool.Release(l)
		pool.Ping(l)
	}
}

func (s *service) okHelperReleases() error {
	l, err := s.lease()
	if err != nil {
		return err
	}
	finish(l)
	return nil
}

func finish(l *pool.Lease) {
	pool.Ping(l)
	pool.Release(l)
}

func okUnknownFunction(give func(*pool.Lease)) {
	a, b := pool.Pair()
	give(a)
	give(b)
}

// TryGet of another type is no acquisition.
type look struct{}

func (look) TryGet() (*pool.Lease, bool) { return nil, false }

func okOtherType() {
	l, _ := look{}.TryGet()
	pool.Ping(l)
}
