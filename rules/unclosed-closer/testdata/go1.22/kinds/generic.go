package kinds

import "os"

// store is generic.
type store[T any] struct {
	file *os.File
	last T
}

func openStore[T any](path string) (*store[T], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &store[T]{file: f}, nil
}

func (s *store[T]) Close() error { return s.file.Close() }

func (s *store[T]) get() T { return s.last }

func generic(path string) (string, error) {
	s, err := openStore[string](path) // want "s, the store that openStore.string. makes, is never closed"
	if err != nil {
		return "", err
	}
	return s.get(), nil
}

// chest owns a file beside values of any type.
type chest[T any] struct {
	file   *os.File
	values []T
}

func newChest[T any](path string) (*chest[T], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &chest[T]{file: f}, nil
}

func (c *chest[T]) Close() error { return c.file.Close() }

func (c *chest[T]) count() int { return len(c.values) }

func typeArguments(path string) (int, error) {
	c, err := newChest[int](path) // want "c, the chest that newChest.int. makes, is never closed"
	if err != nil {
		return 0, err
	}
	return c.count(), nil
}
