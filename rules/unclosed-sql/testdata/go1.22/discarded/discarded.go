// Package discarded throws away what it should close.
package discarded

import (
	"context"
	"database/sql"
)

// Exec is for statements that return no rows.
func statement(db *sql.DB) error {
	_, err := db.Query("DELETE FROM users") // want "the result set that db.Query opens is thrown away, so it can never be closed"
	return err
}

func noResult(ctx context.Context, db *sql.DB) {
	db.QueryContext(ctx, "VACUUM") // want "the result set that db.QueryContext opens is thrown away"
}

func inGoroutine(db *sql.DB) {
	go db.Query("VACUUM") // want "is thrown away"
}

func checksTheSyntax(db *sql.DB, query string) bool {
	_, err := db.Prepare(query) // want "the prepared statement that db.Prepare opens is thrown away"
	return err == nil
}

func canBegin(db *sql.DB) bool {
	_, err := db.Begin() // want "the transaction that db.Begin opens is thrown away"
	return err == nil
}

func canConnect(ctx context.Context, db *sql.DB) error {
	_, err := db.Conn(ctx) // want "the database connection that db.Conn opens is thrown away"
	return err
}

func hasRow(db *sql.DB) bool {
	return must(db.Query("SELECT 1")).Next()
}

func must(rows *sql.Rows, err error) *sql.Rows {
	if err != nil {
		panic(err)
	}
	return rows
}

func okExec(db *sql.DB) error {
	_, err := db.Exec("DELETE FROM users")
	return err
}
