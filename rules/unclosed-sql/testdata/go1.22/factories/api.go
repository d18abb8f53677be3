// Package api gets rows and transactions from another package of the module.
package api

import (
	"context"
	"time"

	"example.com/fixture/db"
)

func leak(ctx context.Context, s *db.Store) (bool, error) {
	rows, err := s.Rows(ctx) // want "never closed"
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

func later(s *db.Store) (bool, error) {
	rows, err := s.Later() // want "never closed"
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

func begins(s *db.Store) error {
	tx, err := s.BeginNew() // want "not closed on every path"
	if err != nil {
		return err
	}
	if _, err := tx.Exec("DELETE FROM t"); err != nil {
		return err
	}
	return tx.Commit()
}

func statement(s *db.Store) error {
	tx, err := s.BeginNew()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	stmt, err := db.Prepare(tx)
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}

func okWithin(s *db.Store) (bool, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	rows, err := s.Rows(ctx)
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

func okSoon(s *db.Store) (bool, error) {
	rows, err := s.Soon()
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

func okOfStore(s *db.Store) error {
	stmt, err := s.PrepareOwn()
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}

func okBegun(s *db.Store) error {
	tx, err := s.Begin()
	if err != nil {
		return err
	}
	_, err = tx.Exec("DELETE FROM t")
	return err
}
