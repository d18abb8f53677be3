// Package pool hands out leases, and leaks some of its own.
package pool

import "errors"

type Lease struct {
	pool *Pool
	Name string
}

func (l *Lease) Close() error { return l.pool.give(l) }

func (l *Lease) Return(reason string) { l.pool.Put(l) }

func (l *Lease) Use() error { return nil }

type Pool struct{ free []*Lease }

// Source is where leases come from.
type Source interface {
	Lease() (*Lease, error)
}

func (p *Pool) Get() (*Lease, error) {
	l, ok := p.TryGet()
	if !ok {
		return nil, errors.New("no lease")
	}
	return l, nil
}

func (p *Pool) TryGet() (*Lease, bool) {
	if len(p.free) == 0 {
		return nil, false
	}
	return p.free[0], true
}

func (p *Pool) Put(l *Lease) { p.free = append(p.free, l) }

func (p *Pool) Renew(l *Lease) { p.free[0] = l }

func (p *Pool) give(l *Lease) error {
	p.free = append(p.free, l)
	return nil
}

func Pair() (*Lease, *Lease) { return &Lease{}, &Lease{} }

func Release(l *Lease) { l.pool.Put(l) }

var kept, pinged []*Lease

func Adopt(l *Lease, name string) { kept = append(kept, l) }

func Ping(l *Lease) { pinged = append(pinged, l) }

func (p *Pool) forgets() error {
	l, err := p.Get() // want "l, the lease that p.Get acquires, is never released"
	if err != nil {
		return err
	}
	return l.Use()
}

func (p *Pool) pings() {
	l, ok := p.TryGet() // want "l, the lease that p.TryGet acquires, is never released"
	if !ok {
		return
	}
	Ping(l)
}

func (p *Pool) okGivesBack() error {
	l, err := p.Get()
	if err != nil {
		return err
	}
	defer Release(l)
	return l.Use()
}

func (p *Pool) okHandsOut() (*Lease, error) {
	l, err := p.Get()
	if err != nil {
		return nil, err
	}
	return l, l.Use()
}
