// Package transactions commits and rolls back on some paths and not on others.
package transactions

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
)

func okDeferredRollback(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}

// Rolls back or commits, as the named result says.
func okNamedResult(db *sql.DB) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		} else {
			err = tx.Commit()
		}
	}()
	_, err = tx.Exec("UPDATE users SET seen = 1")
	return err
}

func okPanicOrError(db *sql.DB, work func(*sql.Tx) error) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			_ = tx.Rollback()
			panic(p)
		} else if err != nil {
			_ = tx.Rollback()
		} else {
			err = tx.Commit()
		}
	}()
	return work(tx)
}

func okRollbackUnlessCommitted(db *sql.DB) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if err != nil {
			if rollback := tx.Rollback(); rollback != nil {
				err = errors.Join(err, rollback)
			}
		}
	}()
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return fmt.Errorf("update: %w", err)
	}
	return tx.Commit()
}

func okFlag(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed {
			tx.Rollback()
		}
	}()
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	committed = true
	return nil
}

func okEachPath(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	_, err = tx.Exec("UPDATE users SET seen = 1")
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return tx.Rollback()
	case err != nil:
		tx.Rollback()
		return err
	default:
		return tx.Commit()
	}
}

func okEachTurn(db *sql.DB) error {
	for i := range 3 {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		if _, err := tx.Exec("UPDATE users SET seen = ?", i); err != nil {
			tx.Rollback()
			return err
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func okRetry(db *sql.DB) error {
	for {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
			tx.Rollback()
			continue
		}
		return tx.Commit()
	}
}

// The transaction is ended in the closure that a caller gets.
func okEndedByClosure(db *sql.DB) (func() error, error) {
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	return func() error { return tx.Commit() }, nil
}

// Only the commit is thought of.
func commitOnly(db *sql.DB) error {
	tx, err := db.Begin() // want "tx, the transaction that db.Begin opens, is not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func commitOnlyOnWork(ctx context.Context, db *sql.DB, ids []int) error {
	tx, err := db.BeginTx(ctx, nil) // want `tx, the transaction that db\.BeginTx opens, is not closed on every path: .return nil. leaves it behind`
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return nil
	}
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, "UPDATE users SET seen = ?", id); err != nil {
			tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}

// A transaction for reading has to be ended, too.
func readsOnly(db *sql.DB) (n int, err error) {
	tx, err := db.Begin() // want "tx, the transaction that db.Begin opens, is never closed"
	if err != nil {
		return 0, err
	}
	err = tx.QueryRow("SELECT count(*) FROM users").Scan(&n)
	return n, err
}

func retriesWithoutRollback(db *sql.DB) error {
	for {
		tx, err := db.Begin() // want "gets another value before it is closed"
		if err != nil {
			return err
		}
		if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
			continue
		}
		return tx.Commit()
	}
}

func forgetsOneCase(db *sql.DB) error {
	tx, err := db.Begin() // want "not closed on every path"
	if err != nil {
		return err
	}
	switch _, err = tx.Exec("UPDATE users SET seen = 1"); {
	case errors.Is(err, sql.ErrNoRows):
		log.Print("nobody there")
		return nil
	case err != nil:
		tx.Rollback()
		return err
	}
	return tx.Commit()
}

// Where it fails, the end of the transaction closes the rows.
func okGivenTransactionInLoop(tx *sql.Tx, ids []int) error {
	for _, id := range ids {
		rows, err := tx.Query("SELECT name FROM users WHERE id = $1", id)
		if err != nil {
			return err
		}
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
		}
		rows.Close()
	}
	return nil
}

func givenTransactionInLoop(tx *sql.Tx, ids []int) error {
	for _, id := range ids {
		rows, err := tx.Query("SELECT name FROM users WHERE id = $1", id) // want "gets another value"
		if err != nil {
			return err
		}
		if rows.Next() {
			println(id)
		}
	}
	return nil
}

// The deferred closure looks at the variable err of the function, and not at what is returned.
func shadowed(db *sql.DB) error {
	tx, err := db.Begin() // want "not closed on every path"
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		}
	}()
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func onlyOnPanic(db *sql.DB) error {
	tx, err := db.Begin() // want "not closed on every path"
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			tx.Rollback()
			panic(r)
		}
	}()
	if _, err := tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func okSameError(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		}
	}()
	if _, err = tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}

func okErrorChangedInClosure(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		}
	}()
	step := func(query string) bool {
		_, err = tx.Exec(query)
		return err == nil
	}
	if !step("UPDATE users SET seen = 1") {
		return errors.New("not seen")
	}
	return tx.Commit()
}

func okErrorSetByPanic(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
		if err != nil {
			tx.Rollback()
		}
	}()
	_, err = tx.Exec("UPDATE users SET seen = 1")
	if err != nil {
		return err
	}
	err = tx.Commit()
	return err
}

func okPanicOrFailure(db *sql.DB) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			tx.Rollback()
			panic(r)
		}
		if err != nil {
			tx.Rollback()
		}
	}()
	if _, err = tx.Exec("UPDATE users SET seen = 1"); err != nil {
		return err
	}
	return tx.Commit()
}
