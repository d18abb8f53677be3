// Package listeners listens, and accepts connections.
package listeners

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
)

func okServed(addr string, handler http.Handler) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return http.Serve(listener, handler)
}

func okServedInGoroutine(addr string, handler http.Handler) (net.Addr, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: handler}
	go server.Serve(listener)
	return listener.Addr(), nil
}

// Serve closes the listener when it returns.
func okServedByLiteral(addr string, handler http.Handler) (int, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return 0, err
	}
	go func() {
		if err := http.Serve(listener, handler); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// The goroutine accepts for as long as the process runs.
func okAcceptsForEver(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				continue
			}
			go echo(conn)
		}
	}()
	return nil
}

func okClosedWithContext(ctx context.Context, addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		listener.Close()
	}()
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go echo(conn)
	}
}

func okAfterFunc(ctx context.Context, addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { listener.Close() })
	defer stop()
	conn, err := listener.Accept()
	if err != nil {
		return err
	}
	return conn.Close()
}

func okFreePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func echo(conn net.Conn) {
	defer conn.Close()
	io.Copy(conn, conn)
}

// The port stays taken.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0") // want "listener, the listener that net.Listen opens, is never closed"
	if err != nil {
		return 0, err
	}
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func isFree(addr string) bool {
	_, err := net.Listen("tcp", addr) // want "the listener that net.Listen opens is thrown away, so it can never be closed"
	return err == nil
}

func freePacketPort() (int, error) {
	conn, err := net.ListenPacket("udp", "127.0.0.1:0") // want "conn, the connection that net.ListenPacket opens, is never closed"
	if err != nil {
		return 0, err
	}
	return conn.LocalAddr().(*net.UDPAddr).Port, nil
}

// The second listener fails, and the first stays.
func both(a, b string) (net.Listener, net.Listener, error) {
	first, err := net.Listen("tcp", a) // want "first, the listener that net.Listen opens, is not closed on every path: `return nil, nil, err` leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	second, err := net.Listen("tcp", b)
	if err != nil {
		return nil, nil, err
	}
	return first, second, nil
}

// What is accepted has to be closed, too.
func acceptsOne(listener net.Listener) ([]byte, error) {
	conn, err := listener.Accept() // want "conn, the connection that listener.Accept opens, is never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(conn)
}

func refuses(listener net.Listener, allowed func(net.Addr) bool) {
	for {
		conn, err := listener.Accept() // want "is n|gets another value before it is closed"
		if err != nil {
			return
		}
		if !allowed(conn.RemoteAddr()) {
			continue
		}
		go echo(conn)
	}
}
