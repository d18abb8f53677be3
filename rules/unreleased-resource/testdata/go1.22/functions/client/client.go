// Package client forgets what it gets from a cache.
package client

import "example.com/fixture/cache"

func forgetsPin() int {
	e, _ := cache.Pin("a") // want "^the pin that cache.Pin acquires is thrown away, so it can never be released$"
	return e.Len()
}

func neverUnpins(short bool) int {
	e, unpin := cache.Pin("a") // want "^unpin, the pin that cache.Pin acquires, is not released on every path: `return 0` leaves it behind$"
	if short {
		return 0
	}
	defer unpin()
	return e.Len()
}

func forgetsEntry(c *cache.Cache) int {
	e := c.Load("a") // want "^e, the entry that c.Load acquires, is never released$"
	return e.Len()
}

func forgetsBody() (bool, error) {
	reply, err := cache.Ask("why") // want "^reply, the reply that cache.Ask acquires, is never released$"
	if err != nil {
		return false, err
	}
	return reply.Body == nil, nil
}

func forgetsArena() int {
	a := new(cache.Arena)
	cache.Begin(a) // want "^a, the arena that cache.Begin acquires, is never released$"
	return a.Size()
}

func forgetsResetArena() int {
	a := new(cache.Arena)
	a.Reset() // want "^a, the arena that a.Reset acquires, is never released$"
	return a.Size()
}

func forgetsView(b *cache.Box[string]) (string, error) {
	v := b.Open() // want "^v, the view that b.Open acquires, is never released$"
	return v.Value(), nil
}

func okViewDone(b *cache.Box[string]) string {
	v := b.Open()
	defer v.Done()
	return v.Value()
}

func okUnpinned() int {
	e, unpin := cache.Pin("a")
	defer unpin()
	return e.Len()
}

func okUnpinsLater() (*cache.Entry, func()) {
	return cache.Pin("a")
}

func okUnloaded(c *cache.Cache) int {
	e := c.Load("a")
	defer cache.Unload(e)
	return e.Len()
}

func okBodyClosed() error {
	reply, err := cache.Ask("why")
	if err != nil {
		return err
	}
	return reply.Body.Close()
}

func okBodyHandedOn() (*cache.Reply, error) {
	return cache.Ask("why")
}

func okFreed() int {
	a := new(cache.Arena)
	cache.Begin(a)
	defer a.Free()
	return a.Size()
}

func okNeverBegun() int {
	a := new(cache.Arena)
	return a.Size()
}
