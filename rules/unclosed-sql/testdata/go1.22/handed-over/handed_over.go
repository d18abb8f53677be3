// Package handedover gives rows and transactions to somebody else, who closes them.
package handedover

import (
	"context"
	"database/sql"
	"testing"
)

func okReturnedCall(db *sql.DB) (*sql.Rows, error) {
	return db.Query("SELECT id FROM users")
}

func okReturned(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func okNamedResults(db *sql.DB) (rows *sql.Rows, err error) {
	rows, err = db.Query("SELECT id FROM users")
	return
}

type iterator struct {
	rows *sql.Rows
	done func() error
}

func okIterator(ctx context.Context, db *sql.DB) (*iterator, error) {
	rows, err := db.QueryContext(ctx, "SELECT id FROM users")
	if err != nil {
		return nil, err
	}
	return &iterator{rows: rows}, nil
}

func okMethodValue(db *sql.DB) (*iterator, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return nil, err
	}
	return &iterator{done: rows.Close}, nil
}

func okChannel(db *sql.DB, results chan<- *sql.Rows) error {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return err
	}
	results <- rows
	return nil
}

func okGoroutine(db *sql.DB, ids chan<- int) error {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return err
	}
	go func() {
		defer close(ids)
		defer rows.Close()
		for rows.Next() {
			var id int
			if rows.Scan(&id) != nil {
				return
			}
			ids <- id
		}
	}()
	return nil
}

func okCleanup(t *testing.T, db *sql.DB) *sql.Tx {
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tx.Rollback() })
	return tx
}

func okClosers(db *sql.DB) (closers []func() error, err error) {
	for range 3 {
		stmt, err := db.Prepare("SELECT 1")
		if err != nil {
			return closers, err
		}
		closers = append(closers, stmt.Close)
	}
	return closers, nil
}

// The context carries the transaction to those who end it.
func okContextValue(ctx context.Context, db *sql.DB) (context.Context, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return ctx, err
	}
	return context.WithValue(ctx, key{}, tx), nil
}

type key struct{}
