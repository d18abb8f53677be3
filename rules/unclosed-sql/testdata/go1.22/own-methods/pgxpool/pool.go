// Package pgxpool declares a kind of connection that others take out of its pool.
package pgxpool

import "context"

type Pool struct{ free []*Conn }

type Conn struct{ used int }

// Row gives its connection back when it is read.
type Row struct {
	conn *Conn
	text string
}

func (r *Row) Scan(into *string) {
	*into = r.text
	r.conn.Release()
}

func (p *Pool) Acquire(ctx context.Context) (*Conn, error) {
	if len(p.free) == 0 {
		return nil, ctx.Err()
	}
	return p.free[0], nil
}

func (c *Conn) Release() { c.used = 0 }

func (c *Conn) Query(text string) string {
	c.used++
	return text
}

func (c *Conn) row(text string) *Row {
	row := &Row{text: text}
	row.conn = c
	return row
}

func (p *Pool) okRow(ctx context.Context, query string) *Row {
	c, err := p.Acquire(ctx)
	if err != nil {
		return nil
	}
	return c.row(c.Query(query))
}

func (p *Pool) lost(ctx context.Context, query string) string {
	c, err := p.Acquire(ctx) // want "is never closed"
	if err != nil {
		return ""
	}
	return c.Query(query)
}
