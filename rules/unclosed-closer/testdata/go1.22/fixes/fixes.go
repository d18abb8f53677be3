// Package fixes shows where a deferred Close or Stop is offered as a fix, and where it is left to a person.
package fixes

import (
	"fmt"
	"os"
	"time"
)

type store struct{ file *os.File }

func open(path string) (*store, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &store{file: f}, nil
}

func (s *store) Close() error { return s.file.Close() }

func (s *store) name() string { return s.file.Name() }

type poller struct{ ticker *time.Ticker }

func poll(every time.Duration) *poller { return &poller{ticker: time.NewTicker(every)} }

func (p *poller) next() time.Time { return <-p.ticker.C }

func (p *poller) Stop() { p.ticker.Stop() }

func afterErrorCheck(path string) (string, error) {
	s, err := open(path) // want "is never closed"
	if err != nil {
		return "", fmt.Errorf("open: %w", err)
	}
	return s.name(), nil
}

func withoutError(every time.Duration) time.Time {
	p := poll(every) // want "is never closed"
	return p.next()
}

func inLiteral(path string) func() string {
	return func() string {
		s, err := open(path) // want "is never closed"
		if err != nil {
			return ""
		}
		return s.name()
	}
}

// No fix: a defer would pile up until the function ends.
func inLoop(n int) {
	for range n {
		p := poll(time.Second) // want "gets another value"
		p.next()
	}
}

// No fix: one of the paths closes it already.
func onePath(path string) string {
	s, err := open(path) // want "not closed on every path"
	if err != nil {
		return ""
	}
	if name := s.name(); name != "" {
		return name
	}
	s.Close()
	return ""
}
