// Package exhaustive has switches with a case for each constant of a type.
package exhaustive

import (
	"os"

	"example.com/fixture/level"
)

type mode int

const (
	read mode = iota
	write
	_
	both
)

type state string

const (
	open   state = "open"
	closed state = "closed"
)

const (
	none = iota
	some
)

func okEachMode(path string, m mode) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	switch m {
	case read:
		return f.Close()
	case write, both:
		f.Close()
	}
	return nil
}

func okEachLevel(path string, l level.Level) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	switch l {
	case level.Low:
		f.Close()
	case level.High:
		f.Close()
	}
	return nil
}

func okEachState(path string, s state) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	switch s {
	case open, closed:
		f.Close()
	}
	return nil
}

func oneIsMissing(path string, m mode) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch m {
	case read, write:
		f.Close()
	}
	return nil
}

func levelIsMissing(path string, l level.Level) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch l {
	case level.Low:
		f.Close()
	}
	return nil
}

func nothingInCase(path string, m mode) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch m {
	case read:
	case write, both:
		f.Close()
	}
	return nil
}

func othersHaveDefault(path string, m mode) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch m {
	case read, write, both:
		f.Close()
	default:
		return nil
	}
	return err
}

// Any number may come.
func plainNumber(path string, n int) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch n {
	case none, some:
		f.Close()
	}
	return nil
}

// A case that is no constant does not count.
func otherValue(path string, m, wanted mode) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	switch m {
	case read, both, wanted:
		f.Close()
	}
	return nil
}
