// Package limits leaks in ways that the rule does not see. Functions whose names begin with unseen are known to be missed.
package limits

import (
	"context"
	"net"
)

type peer struct{ conn net.Conn }

func (p *peer) greet() error {
	_, err := p.conn.Write([]byte("x"))
	return err
}

// The connection is in a field of a value that nobody gets.
func unseenField(addr string) (*peer, error) {
	var p peer
	var err error
	if p.conn, err = net.Dial("tcp", addr); err != nil {
		return nil, err
	}
	if err := p.greet(); err != nil {
		return nil, err
	}
	return &p, nil
}

// The function might keep the connection.
func unseenFunctionValue(addr string, greet func(net.Conn) error) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	if err := greet(conn); err != nil {
		return nil, err
	}
	return conn, nil
}

// What a function value opens is not known.
func unseenDialer(ctx context.Context, dial func(context.Context, string) (net.Conn, error)) error {
	conn, err := dial(ctx, "localhost:80")
	if err != nil {
		return err
	}
	_, err = conn.Write([]byte("x"))
	return err
}
