package connections

import (
	"context"
	"database/sql"
	"errors"
)

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// The function that closes is set together with the connection.
func okSetTogether(ctx context.Context, from execer, queries []string) (execer, func() error, error) {
	var ex execer
	var closes func() error
	switch from := from.(type) {
	case *sql.Tx:
		ex = from
	case *sql.DB:
		conn, err := from.Conn(ctx)
		if err != nil {
			return nil, nil, err
		}
		ex, closes = conn, conn.Close
	}
	for _, query := range queries {
		if _, err := ex.ExecContext(ctx, query); err != nil {
			if closes != nil {
				err = errors.Join(err, closes())
			}
			return nil, nil, err
		}
	}
	return ex, closes, nil
}
