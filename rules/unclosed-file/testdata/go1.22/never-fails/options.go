package neverfails

import (
	"errors"
	"os"
)

type settings struct{ name string }

type option func(*settings) error

func withName(name string) option {
	return func(s *settings) error {
		s.name = name
		return nil
	}
}

func (s *settings) apply(other *settings, force bool) error {
	if !force {
		return errors.New("not forced")
	}
	s.name = other.name
	return nil
}

func okOptions(path string, options ...option) (*os.File, *settings, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	s := &settings{}
	for _, set := range options {
		if err := set(s); err != nil {
			return nil, nil, err
		}
	}
	return f, s, nil
}

type limits struct{ size int }

func withSize(size int) func(*limits) error {
	return func(l *limits) error {
		if size < 0 {
			return errors.New("negative")
		}
		l.size = size
		return nil
	}
}

func unlimited(l *limits) error {
	l.size = 0
	return nil
}

func failingOptions(path string, options ...func(*limits) error) (*os.File, *limits, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	l := &limits{}
	for _, set := range options {
		if err := set(l); err != nil {
			return nil, nil, err
		}
	}
	return f, l, nil
}

// Shown is what others can name, and make functions for.
type Shown struct{ name string }

func shownByName(s *Shown) error {
	s.name = ""
	return nil
}

func shownOptions(path string, options ...func(*Shown) error) (*os.File, *Shown, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	s := &Shown{}
	for _, set := range options {
		if err := set(s); err != nil {
			return nil, nil, err
		}
	}
	return f, s, nil
}

type checks struct{ name string }

func (c *checks) validate() error {
	if c.name == "" {
		return errors.New("no name")
	}
	return nil
}

func noCheck(*checks) error { return nil }

var strictly = []func(*checks) error{noCheck, (*checks).validate}

// A method is a function of its receiver as well.
func methodOptions(path string, options ...func(*checks) error) (*os.File, *checks, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	c := &checks{}
	for _, check := range options {
		if err := check(c); err != nil {
			return nil, nil, err
		}
	}
	return f, c, nil
}

type state struct{ name string }

// State is the name of the type for others.
type State = state

func noStep(*state) error { return nil }

func aliasedOptions(path string, options ...func(*state) error) (*os.File, *state, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	s := &state{}
	for _, step := range options {
		if err := step(s); err != nil {
			return nil, nil, err
		}
	}
	return f, s, nil
}
