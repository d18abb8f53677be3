package files

import (
	"io"
	"os"
)

func open[T any](path string) (*os.File, error) { return os.Open(path) }

func openAs[T any](path string, mode T) (*os.File, error) { return os.Open(path) }

func shut[T io.Closer](value T) { _ = value.Close() }

func read[T io.Reader](value T) { _, _ = value.Read(nil) }

func same[T any](value T) T { return value }

func names(path string) []string {
	first, err := open[int](path) // want "first, the file that open.int. opens, is never closed"
	if err != nil {
		return nil
	}
	second, err := openAs[int](path, 3) // want "second, the file that openAs.int. opens, is never closed"
	if err != nil {
		return nil
	}
	third, err := os.Open(path) // want "third, the file that os.Open opens, is never closed"
	if err != nil {
		return nil
	}
	read[*os.File](third)
	return []string{first.Name(), second.Name()}
}

func closed(path string) error {
	first, err := open[int](path)
	if err != nil {
		return err
	}
	shut[*os.File](first)
	second, err := os.Open(path)
	if err != nil {
		return err
	}
	defer shut[io.Closer](second)
	third, err := openAs[string](path, "x")
	if err != nil {
		return err
	}
	go shut[*os.File](third)
	return nil
}

func handedOn(path string) (*os.File, error) {
	file, err := open[int](path)
	if err != nil {
		return nil, err
	}
	return same[*os.File](file), nil
}

type closer interface{ io.Closer }

type named[T io.Closer] struct{ value T }

func (n named[T]) Close() error { return n.value.Close() }

func converted(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return named[closer]{closer(file)}.Close()
}
