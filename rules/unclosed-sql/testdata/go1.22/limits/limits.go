// Package limits leaks in ways that the rule does not see. Functions whose names begin with unseen are known to be missed.
package limits

import "database/sql"

// The function might keep the transaction.
func unseenFunctionValue(db *sql.DB, work func(*sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return err
	}
	return tx.Commit()
}

type queryer interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

// Methods of interfaces may do something else.
func unseenInterface(db queryer) bool {
	rows, err := db.Query("SELECT 1")
	return err == nil && rows.Next()
}

func unseenMethodValue(db *sql.DB) bool {
	query := db.Query
	rows, err := query("SELECT 1")
	return err == nil && rows.Next()
}

// A row that is not scanned keeps its connection.
func unseenRow(db *sql.DB) {
	db.QueryRow("DELETE FROM users")
}
