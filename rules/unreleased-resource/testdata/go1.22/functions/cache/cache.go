// Package cache has values that are released in other ways than by a method.
package cache

import "io"

type Entry struct{ Key string }

type Cache struct{ entries map[string]*Entry }

func (c *Cache) Load(key string) *Entry { return c.entries[key] }

func Unload(e *Entry) {}

func (e *Entry) Len() int { return len(e.Key) }

func Pin(key string) (*Entry, func()) { return nil, func() {} }

type Reply struct {
	Status int
	Body   io.ReadCloser
}

func Ask(question string) (*Reply, error) { return nil, nil }

type Arena struct{ memory []byte }

func Begin(a *Arena) {}

func (a *Arena) Reset() {}

func (a *Arena) Free() {}

func (a *Arena) Size() int { return len(a.memory) }

type Box[T any] struct{ value T }

type View[T any] struct{ value T }

func (b *Box[T]) Open() *View[T] { return &View[T]{b.value} }

func (v *View[T]) Done() {}

func (v *View[T]) Value() T { return v.value }

func (c *Cache) forgets() int {
	e := c.Load("a") // want "e, the entry that c.Load acquires, is never released"
	return e.Len()
}
