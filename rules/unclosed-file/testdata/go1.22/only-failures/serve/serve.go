// Package serve has functions that return only when they have failed.
package serve

import (
	"errors"
	"fmt"
	"net"
)

var ErrNothing = errors.New("nothing to serve")

// Loop accepts connections until that fails.
func Loop(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return fmt.Errorf("accept: %w", err)
		}
		conn.Close()
	}
}

// Twice fails in one way or the other.
func Twice(listener net.Listener) error {
	if listener == nil {
		return ErrNothing
	}
	return Loop(listener)
}

// Until is left without an error as well.
func Until(listener net.Listener, stop chan struct{}) error {
	for {
		select {
		case <-stop:
			return nil
		default:
		}
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		conn.Close()
	}
}

// Last returns whatever the last step says.
func Last(listener net.Listener) error {
	if listener == nil {
		return ErrNothing
	}
	return listener.Close()
}

// Server serves.
type Server struct{ name string }

// New makes one.
func New(name string) *Server { return &Server{name: name} }

// Serve handles connections until that fails.
func (s *Server) Serve(listener net.Listener) error {
	name, err := s.prepare()
	if err != nil {
		return fmt.Errorf("prepare: %w", err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			return fmt.Errorf("accept for %s: %w", name, err)
		}
		go s.handle(conn)
	}
}

func (s *Server) prepare() (string, error) { return s.name, nil }

func (s *Server) handle(conn net.Conn) { conn.Close() }
