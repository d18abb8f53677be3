// Package connections takes connections out of the pool.
package connections

import (
	"context"
	"database/sql"
)

func okGivenBack(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.PingContext(ctx)
}

type session struct{ conn *sql.Conn }

func okSession(ctx context.Context, db *sql.DB) (*session, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if err := conn.PingContext(ctx); err != nil {
		conn.Close()
		return nil, err
	}
	return &session{conn}, nil
}

// A pool is made to be kept.
func okPool() (*sql.DB, error) {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	if err := db.Ping(); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

var pool *sql.DB

func okKeptPool(name string) (err error) {
	pool, err = sql.Open("postgres", name)
	return err
}

func okShortLivedPool(name string) error {
	db, err := sql.Open("postgres", name)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

// The database does not answer, and the pool goes on trying.
func brokenPool(name string) (*sql.DB, error) {
	db, err := sql.Open("postgres", name) // want "db, the database that sql.Open opens, is not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := db.Ping(); err != nil {
		return nil, err
	}
	return db, nil
}

// A pool for each question.
func answers(name string) bool {
	db, err := sql.Open("postgres", name) // want "db, the database that sql.Open opens, is never closed"
	return err == nil && db.Ping() == nil
}

func ping(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx) // want "conn, the database connection that db.Conn opens, is never closed"
	if err != nil {
		return err
	}
	return conn.PingContext(ctx)
}

func brokenSession(ctx context.Context, db *sql.DB) (*session, error) {
	conn, err := db.Conn(ctx) // want "not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := conn.PingContext(ctx); err != nil {
		return nil, err
	}
	return &session{conn}, nil
}

// Raw calls the function and does not keep the connection.
func raw(ctx context.Context, db *sql.DB, use func(any) error) error {
	conn, err := db.Conn(ctx) // want "not closed on every path"
	if err != nil {
		return err
	}
	if err := conn.Raw(use); err != nil {
		return err
	}
	return conn.Close()
}
