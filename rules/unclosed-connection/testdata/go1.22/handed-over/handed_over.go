// Package handedover gives its connections to somebody else, who closes them.
package handedover

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"sync"
)

func okReturned(addr string) (net.Conn, error) {
	return net.Dial("tcp", addr)
}

func okTransport() *http.Transport {
	return &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			var dialer net.Dialer
			conn, err := dialer.DialContext(ctx, network, addr)
			if err != nil {
				return nil, err
			}
			return &counted{Conn: conn}, nil
		},
	}
}

type counted struct {
	net.Conn
	read int
}

type server struct {
	mu       sync.Mutex
	conns    map[net.Conn]bool
	listener net.Listener
}

func (s *server) okField(addr string) (err error) {
	s.listener, err = net.Listen("tcp", addr)
	return err
}

func (s *server) okRegistered() error {
	conn, err := s.listener.Accept()
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.conns[conn] = true
	s.mu.Unlock()
	return nil
}

func (s *server) okAcceptLoop() error {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return err
		}
		go s.handle(conn)
	}
}

func (s *server) handle(conn net.Conn) {
	defer conn.Close()
	io.Copy(conn, conn)
}

// Each of the two directions closes what it writes to.
func okProxied(client net.Conn, addr string) error {
	upstream, err := net.Dial("tcp", addr)
	if err != nil {
		client.Close()
		return err
	}
	go pipe(upstream, client)
	go pipe(client, upstream)
	return nil
}

func pipe(to io.WriteCloser, from io.Reader) {
	defer to.Close()
	io.Copy(to, from)
}

func okGoroutine(addr string, lines chan<- string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	go func() {
		defer conn.Close()
		b := make([]byte, 80)
		for {
			n, err := conn.Read(b)
			if err != nil {
				return
			}
			lines <- string(b[:n])
		}
	}()
	return nil
}

func okChannel(listener net.Listener, conns chan<- net.Conn) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			close(conns)
			return
		}
		conns <- conn
	}
}

func okSecured(addr string, config *tls.Config) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	if config != nil {
		listener = tls.NewListener(listener, config)
	}
	return listener, nil
}

func okClosers(addresses []string) (closers []io.Closer, err error) {
	for _, addr := range addresses {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			return closers, err
		}
		closers = append(closers, conn)
	}
	return closers, nil
}

type dialled struct {
	conn net.Conn
	err  error
}

func okResult(addr string) <-chan dialled {
	results := make(chan dialled, 1)
	go func() {
		conn, err := net.Dial("tcp", addr)
		results <- dialled{conn, err}
	}()
	return results
}
