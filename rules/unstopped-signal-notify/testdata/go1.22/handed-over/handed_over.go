// Package handedover gives its channels to somebody else, who may unregister them.
package handedover

import (
	"os"
	"os/signal"
)

type server struct{ signals chan os.Signal }

func okReturned() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	return c
}

func okStopFunction() (<-chan os.Signal, func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	return c, func() { signal.Stop(c) }
}

func (s *server) okField() {
	s.signals = make(chan os.Signal, 1)
	signal.Notify(s.signals, os.Interrupt)
}

func (s *server) okFieldLater() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	s.signals = c
}

func okPassed(handle func(<-chan os.Signal)) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go handle(c)
}

var reload = make(chan os.Signal, 1)

func okPackageVariable() { signal.Notify(reload, os.Interrupt) }
