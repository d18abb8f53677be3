// Package fixes shows where a deferred Close is offered as a fix, and where it is left to a person.
package fixes

import (
	"fmt"
	"io"
	"net"
)

func afterTheErrorCheck(addr string) ([]byte, error) {
	conn, err := net.Dial("tcp", addr) // want "never closed"
	if err != nil {
		return nil, fmt.Errorf("dial: %w", err)
	}
	return io.ReadAll(conn)
}

func listener() string {
	listener, _ := net.Listen("tcp", "127.0.0.1:0") // want "never closed"
	return listener.Addr().String()
}

// Where it fails the connection has to be closed, and where it succeeds must not be.
func onePath(addr string) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr) // want "not closed on every path"
	if err != nil {
		return nil, err
	}
	if _, err := conn.Write([]byte("x")); err != nil {
		return nil, err
	}
	return conn, nil
}

// No fix: a defer would pile up until the function ends.
func inLoop(addresses []string) {
	for _, addr := range addresses {
		conn, err := net.Dial("tcp", addr) // want "gets another value"
		if err == nil {
			conn.Write([]byte("x"))
		}
	}
}
