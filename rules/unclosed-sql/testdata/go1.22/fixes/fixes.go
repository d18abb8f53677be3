// Package fixes shows what is offered as a fix, and what is left to a person.
package fixes

import (
	"database/sql"
	"fmt"
)

func rowsAfterTheErrorCheck(db *sql.DB) (bool, error) {
	rows, err := db.Query("SELECT 1 FROM users") // want "never closed"
	if err != nil {
		return false, fmt.Errorf("users: %w", err)
	}
	return rows.Next(), nil
}

func statementWithoutCheck(db *sql.DB, name string) error {
	stmt, _ := db.Prepare("INSERT INTO users (name) VALUES (?)") // want "never closed"
	_, err := stmt.Exec(name)
	return err
}

func transactionForReading(db *sql.DB) (n int, err error) {
	tx, err := db.Begin() // want "never closed"
	if err != nil {
		return 0, err
	}
	return n, tx.QueryRow("SELECT count(*) FROM users").Scan(&n)
}

// Whether to roll back or to commit is not for a tool to say.
func onePath(db *sql.DB) error {
	tx, err := db.Begin() // want "not closed on every path"
	if err != nil {
		return err
	}
	if _, err := tx.Exec("DELETE FROM users"); err != nil {
		return err
	}
	return tx.Commit()
}
