// Package methods opens files in ways for which types have to be known.
package methods

import (
	"net"
	. "os"
)

func dotImport(path string) {
	_, _ = Create(path) // want "the file that Create opens is thrown away"
}

func deadlineOnly(listener *net.TCPListener) error {
	f, err := listener.File() // want "f, the file that listener.File opens, is never closed"
	if err != nil {
		return err
	}
	return f.Sync()
}

type server struct{ connection *net.UnixConn }

func (s *server) name() string {
	f, err := s.connection.File() // want "is never closed"
	if err != nil {
		return ""
	}
	return f.Name()
}

// The descriptor is used on.
func okDescriptor(connection *net.TCPConn) (uintptr, error) {
	f, err := connection.File()
	if err != nil {
		return 0, err
	}
	return f.Fd(), nil
}

func okClosed(connection *net.UDPConn) error {
	f, err := connection.File()
	if err != nil {
		return err
	}
	return f.Close()
}

type table struct{}

func (table) File() (string, error) { return "", nil }

func okOtherFile(t table) {
	_, _ = t.File()
}
