// Package helpers lets functions of its own open, use and close.
package helpers

import (
	"fmt"
	"io"
	"log"
	"net"
	"testing"
	"time"
)

func closeAll(closers ...io.Closer) {
	for _, c := range closers {
		c.Close()
	}
}

func closeQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

func dial(addr string) (net.Conn, error) {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", addr, err)
	}
	return conn, nil
}

func mustDial(addr string) net.Conn {
	conn, err := dial(addr)
	if err != nil {
		log.Fatal(err)
	}
	return conn
}

func ping(conn net.Conn) error {
	_, err := io.WriteString(conn, "PING\n")
	return err
}

func okCloseQuietly(addr string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer closeQuietly(conn)
	return ping(conn)
}

func okCloseAll(addr string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer closeAll(conn)
	return ping(conn)
}

func okMustDial(addr string) error {
	conn := mustDial(addr)
	defer conn.Close()
	return ping(conn)
}

func okListen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener
}

func dialledByHelper(addr string) error {
	conn, err := dial(addr) // want "conn, the connection that dial opens, is never closed"
	if err != nil {
		return err
	}
	return ping(conn)
}

func dialledByMust(addr string) error {
	return ping(mustDial(addr)) // want "the connection that mustDial opens is thrown away"
}

func helperFails(addr string) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr) // want "not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := ping(conn); err != nil {
		return nil, err
	}
	return conn, nil
}
