// Package dialled opens connections.
package dialled

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/rpc"
	"net/smtp"
	"time"
)

func okDeferred(addr string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = fmt.Fprintln(conn, "PING")
	return err
}

func okIsOpen(addr string) bool {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// The handshake fails, and the connection is closed.
func okHandshake(ctx context.Context, addr string, config *tls.Config) (net.Conn, error) {
	raw, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	conn := tls.Client(raw, config)
	if err := conn.HandshakeContext(ctx); err != nil {
		raw.Close()
		return nil, err
	}
	return conn, nil
}

// Closing what tls.Client makes closes what it was made of.
func okHandshakeClosesOuter(addr string, config *tls.Config) (*tls.Conn, error) {
	raw, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	conn := tls.Client(raw, config)
	if err := conn.Handshake(); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

func okClosedUnlessReturned(addr string) (conn net.Conn, err error) {
	conn, err = net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			conn.Close()
		}
	}()
	if err = greet(conn); err != nil {
		return nil, fmt.Errorf("greet: %w", err)
	}
	return conn, nil
}

func greet(conn net.Conn) error {
	_, err := io.WriteString(conn, "HELO\n")
	return err
}

func okFirstThatAnswers(addresses []string) (net.Conn, error) {
	var errs error
	for _, addr := range addresses {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			return conn, nil
		}
		errs = errors.Join(errs, err)
	}
	return nil, errs
}

func okRetried(addr string) (conn net.Conn, err error) {
	for range 3 {
		if conn, err = net.Dial("tcp", addr); err == nil {
			return conn, nil
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

func okWaitUntilUp(addr string) {
	for {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			conn.Close()
			return
		}
		time.Sleep(time.Second)
	}
}

// Closing the client of net/smtp closes the connection.
func okClientClosed(addr, host string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	client, err := smtp.NewClient(conn, host)
	if err != nil {
		conn.Close()
		return err
	}
	defer client.Close()
	return client.Noop()
}

func okQuit(addr string) error {
	client, err := smtp.Dial(addr)
	if err != nil {
		return err
	}
	defer client.Quit()
	return client.Noop()
}

// Both ends of net.Pipe are memory.
func okPipe() int {
	client, server := net.Pipe()
	go server.Write([]byte("x"))
	n, _ := client.Read(make([]byte, 1))
	return n
}

// The connection is there, whatever is done with it afterwards.
func isOpen(addr string) bool {
	_, err := net.DialTimeout("tcp", addr, time.Second) // want "the connection that net.DialTimeout opens is thrown away, so it can never be closed"
	return err == nil
}

func ask(addr string) (string, error) {
	conn, err := net.Dial("tcp", addr) // want "conn, the connection that net.Dial opens, is never closed"
	if err != nil {
		return "", err
	}
	fmt.Fprintln(conn, "VERSION")
	return bufio.NewReader(conn).ReadString('\n')
}

// The first query that fails leaves the connection behind.
func session(addr string, lines []string) error {
	conn, err := net.Dial("tcp", addr) // want "not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(conn, line); err != nil {
			return err
		}
	}
	return conn.Close()
}

func greeted(addr string) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr) // want "conn, the connection that net.Dial opens, is not closed on every path"
	if err != nil {
		return nil, err
	}
	if err := greet(conn); err != nil {
		return nil, fmt.Errorf("greet: %w", err)
	}
	return conn, nil
}

func deadline(ctx context.Context, addr string) (net.Conn, error) {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", addr) // want "not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	if end, ok := ctx.Deadline(); ok {
		if _, err := fmt.Fprintln(conn, end); err != nil {
			return nil, err
		}
	}
	return conn, nil
}

func expiry(addr string) (time.Time, error) {
	conn, err := tls.Dial("tcp", addr, nil) // want "conn, the connection that tls.Dial opens, is never closed"
	if err != nil {
		return time.Time{}, err
	}
	return conn.ConnectionState().PeerCertificates[0].NotAfter, nil
}

func localAddress() net.IP {
	conn, err := net.Dial("udp", "192.0.2.1:80") // want "never closed"
	if err != nil {
		return nil
	}
	return conn.LocalAddr().(*net.UDPAddr).IP
}

func wrongReply(addr string) error {
	client, err := rpc.Dial("tcp", addr) // want `client, the client that rpc\.Dial opens, is not closed on every path`
	if err != nil {
		return err
	}
	var reply int
	if err := client.Call("Counter.Next", 1, &reply); err != nil {
		return err
	}
	return client.Close()
}

func waitUntilUp(addr string) {
	for range 10 {
		conn, err := net.Dial("tcp", addr) // want "is n"
		if err == nil {
			log.Print(conn.RemoteAddr())
			return
		}
		time.Sleep(time.Second)
	}
}

func redialled(addr string) {
	conn, _ := net.Dial("tcp", addr) // want "conn, the connection that net.Dial opens, gets another value before it is closed"
	if conn == nil || greet(conn) != nil {
		conn, _ = net.Dial("tcp", addr)
	}
	if conn != nil {
		conn.Close()
	}
}

func hijacked(w http.ResponseWriter, r *http.Request) {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		return
	}
	conn, buffered, err := hijacker.Hijack() // want `conn, the connection that hijacker\.Hijack opens, is not closed on every path`
	if err != nil {
		return
	}
	if _, err := buffered.WriteString("HTTP/1.1 101\r\n\r\n"); err != nil {
		return
	}
	go serve(conn)
}

func serve(conn net.Conn) {
	defer conn.Close()
	io.Copy(conn, conn)
}

// A deadline can be set on any connection that is open.
func okDeadline(addr string) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return nil, err
	}
	return conn, nil
}

func written(addr string) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if _, err := conn.Write([]byte("PING")); err != nil {
		return nil, err
	}
	return conn, nil
}
