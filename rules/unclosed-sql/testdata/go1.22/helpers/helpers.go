// Package helpers lets functions of its own do the closing.
package helpers

import (
	"database/sql"
	"errors"
	"io"
	"log"
)

func closeRows(rows *sql.Rows) {
	if err := rows.Close(); err != nil {
		log.Print(err)
	}
}

func closeQuietly(c io.Closer) { _ = c.Close() }

func rollback(tx *sql.Tx) {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		log.Print(err)
	}
}

// end commits or rolls back.
func end(tx *sql.Tx, err *error) {
	if *err != nil {
		tx.Rollback()
		return
	}
	*err = tx.Commit()
}

func insert(tx *sql.Tx) error {
	_, err := tx.Exec("INSERT INTO users VALUES (1)")
	return err
}

func first(rows *sql.Rows) (id int) {
	if rows.Next() {
		rows.Scan(&id)
	}
	return id
}

func all(rows *sql.Rows) (ids []int) {
	for rows.Next() {
		ids = append(ids, first(rows))
	}
	return ids
}

func open(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func okHelperCloses(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return 0, err
	}
	defer closeRows(rows)
	return first(rows), nil
}

func okHelperClosesAnything(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return 0, err
	}
	defer closeQuietly(rows)
	return first(rows), nil
}

func okHelperReturnsThem(db *sql.DB) (int, error) {
	rows, err := open(db)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	return first(rows), nil
}

func okHelperRollsBack(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer rollback(tx)
	if err := insert(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func okHelperEnds(db *sql.DB) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer end(tx, &err)
	return insert(tx)
}

func okUnknownWork(db *sql.DB, work func(*sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// The helper only uses the transaction.
func helperOnlyUses(db *sql.DB) error {
	tx, err := db.Begin() // want "not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if err := insert(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func helperReadsOne(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users") // want "rows, the result set that db.Query opens, is never closed"
	if err != nil {
		return 0, err
	}
	return first(rows), nil
}

func helperReturnsThem(db *sql.DB) (int, error) {
	rows, err := open(db) // want "rows, the result set that open opens, is never closed"
	if err != nil {
		return 0, err
	}
	return first(rows), nil
}

func count(rows *sql.Rows) (n int) {
	for rows.Next() {
		n++
	}
	return n
}

func sum(rows *sql.Rows) (total int, err error) {
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			return 0, err
		}
		total += n
	}
	return total, rows.Err()
}

// The helper reads them to their end.
func counted(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users") // want `is never closed; nothing is held once .count\(rows\). shows that it is over`
	if err != nil {
		return 0, err
	}
	return count(rows), nil
}

// The helper gives up where it fails.
func summed(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users") // want "rows, the result set that db.Query opens, is never closed$"
	if err != nil {
		return 0, err
	}
	total, err := sum(rows)
	if err != nil {
		return 0, err
	}
	return total, nil
}

func okSummed(db *sql.DB) (int, error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return 0, err
	}
	total, err := sum(rows)
	if err != nil {
		rows.Close()
		return 0, err
	}
	return total, nil
}
