// Package db asks databases for other packages.
package db

import (
	"context"
	"database/sql"
	"time"
)

// Store asks one database.
type Store struct {
	db *sql.DB
	tx *sql.Tx
}

// Rows hands out rows.
func (s *Store) Rows(ctx context.Context) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, "SELECT 1")
}

// Later asks without a context.
func (s *Store) Later() (*sql.Rows, error) {
	return s.db.QueryContext(context.Background(), "SELECT 1")
}

// Soon has a context of its own.
func (s *Store) Soon() (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	time.AfterFunc(time.Second, cancel)
	return s.db.QueryContext(ctx, "SELECT 1")
}

// Prepare prepares a statement for a transaction, with which it ends.
func Prepare(tx *sql.Tx) (*sql.Stmt, error) {
	return tx.Prepare("SELECT 1")
}

// PrepareOwn prepares one for the transaction of the store.
func (s *Store) PrepareOwn() (*sql.Stmt, error) {
	return s.tx.Prepare("SELECT 1")
}

// Begin begins a transaction, unless there is one.
func (s *Store) Begin() (*sql.Tx, error) {
	if s.tx != nil {
		return s.tx, nil
	}
	return s.db.Begin()
}

// BeginNew begins a transaction.
func (s *Store) BeginNew() (*sql.Tx, error) {
	return s.db.Begin()
}
