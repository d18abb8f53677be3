// Package rows reads the rows of queries, on some paths to their end and on others not.
package rows

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
)

// Next closes the rows when it reports that there are no more: what the strict preset misses is the Close beside it.
func readToTheEnd(db *sql.DB) ([]int, error) {
	rows, err := db.Query("SELECT id FROM users") // want `is never closed; nothing is held once .rows.Next\(\). shows that it is over`
	if err != nil {
		return nil, err
	}
	var ids []int
	for rows.Next() {
		var id int
		rows.Scan(&id)
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func readInAnEndlessLoop(db *sql.DB) (ids []int, err error) {
	rows, err := db.Query("SELECT id FROM users") // want "never closed"
	if err != nil {
		return nil, err
	}
	for {
		if !rows.Next() {
			return ids, rows.Err()
		}
		ids = append(ids, len(ids))
	}
}

func fatalInTheLoop(db *sql.DB) (names []string) {
	rows, err := db.Query("SELECT name FROM users") // want "never closed"
	if err != nil {
		log.Fatal(err)
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			log.Fatal(err)
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		log.Fatal(err)
	}
	return names
}

// It comes to Close on every path that goes on.
func okClosedAfterwards(db *sql.DB) (ids []int) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		log.Fatal(err)
	}
	for rows.Next() {
		ids = append(ids, len(ids))
	}
	if err := rows.Err(); err != nil {
		log.Fatal(err)
	}
	rows.Close()
	return ids
}

// What Next has closed may have another result set.
func okNextResultSet(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM users; SELECT id FROM teams")
	if err != nil {
		return err
	}
	for more := true; more; more = rows.NextResultSet() {
		for rows.Next() {
		}
	}
	return rows.Err()
}

func okDeferred(db *sql.DB) (id int, err error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&id); err != nil {
			return 0, err
		}
	}
	return id, rows.Err()
}

func okDeferredBeforeTheErrorCheck(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM users")
	defer func() {
		if rows != nil {
			rows.Close()
		}
	}()
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(new(int)); err != nil {
			return err
		}
	}
	return nil
}

func okClosedBeforeEachReturn(db *sql.DB) (id int, err error) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return 0, err
		}
	}
	return id, nil
}

func okNoRowIsTheEnd(db *sql.DB, id int) (name string, err error) {
	rows, err := db.Query("SELECT name FROM users WHERE id = ?", id)
	if err != nil {
		return "", err
	}
	if !rows.Next() {
		return "", rows.Err()
	}
	defer rows.Close()
	return name, rows.Scan(&name)
}

func okErrorInASwitch(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM users")
	switch {
	case errors.Is(err, sql.ErrConnDone):
		return nil
	case err != nil:
		return fmt.Errorf("users: %w", err)
	}
	return rows.Close()
}

func nestedQueries(db *sql.DB, tables []string) error {
	for _, table := range tables {
		columns, err := db.Query("SELECT name FROM columns WHERE tab = ?", table) // want "never closed"
		if err != nil {
			return err
		}
		for columns.Next() {
			log.Print(columns.Scan(new(string)))
		}
		if err := columns.Err(); err != nil {
			return err
		}
	}
	return nil
}

// The one row of QueryRow is closed when it is scanned.
func okOneRow(ctx context.Context, db *sql.DB) (n int, err error) {
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM users").Scan(&n)
	return n, err
}

// The loop ends before Next has said that there is no more.
func returnsFromTheLoop(db *sql.DB) ([]int, error) {
	rows, err := db.Query("SELECT id FROM users") // want "rows, the result set that db.Query opens, is n"
	if err != nil {
		return nil, err
	}
	var ids []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func returnsBeforeTheLoop(db *sql.DB) ([]string, error) {
	rows, err := db.Query("SELECT * FROM users") // want "rows, the result set that db.Query opens, is n"
	if err != nil {
		return nil, err
	}
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		log.Print(columns)
	}
	return columns, rows.Err()
}

func breaksOutOfTheLoop(db *sql.DB) (first int) {
	rows, err := db.Query("SELECT id FROM users ORDER BY id") // want "is n"
	if err != nil {
		return 0
	}
	for rows.Next() {
		rows.Scan(&first)
		if first > 0 {
			break
		}
	}
	return first
}

// Enough rows, not all of them.
func readsSome(db *sql.DB) (n int) {
	rows, err := db.Query("SELECT id FROM users") // want "is n"
	if err != nil {
		return 0
	}
	for n < 10 && rows.Next() {
		n++
	}
	return n
}

// Close after the loop comes too late for the return in it.
func closesAtTheEnd(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM users") // want "is n"
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(new(int)); err != nil {
			return err
		}
	}
	return rows.Close()
}

func deferredTooLate(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT id FROM users") // want `rows, the result set that db\.QueryContext opens, is not closed on every path`
	if err != nil {
		return err
	}
	if err := db.PingContext(ctx); err != nil {
		return err
	}
	defer rows.Close()
	log.Print(rows.Next())
	return nil
}

// It only wants to know whether there is a row.
func exists(db *sql.DB, name string) bool {
	rows, err := db.Query("SELECT 1 FROM users WHERE name = ?", name) // want "rows, the result set that db.Query opens, is never closed"
	return err == nil && rows.Next()
}

func ignoresTheError(db *sql.DB) int {
	rows, _ := db.Query("SELECT count(*) FROM users") // want "never closed"
	var n int
	rows.Next()
	rows.Scan(&n)
	return n
}

// The rows are closed when the request is done.
func okHandle(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.QueryContext(r.Context(), "SELECT name FROM users")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			fmt.Fprintln(w, name)
		}
	}
}

// A second query into the same variable.
func queriesTwice(db *sql.DB) error {
	rows, err := db.Query("SELECT 1") // want "rows, the result set that db.Query opens, gets another value before it is closed"
	if err != nil {
		return err
	}
	rows, err = db.Query("SELECT 2")
	if err != nil {
		return err
	}
	return rows.Close()
}

// The next turn's rows take the place of the last turn's.
func oneRowEach(db *sql.DB, ids []int) (names []string) {
	for _, id := range ids {
		rows, err := db.Query("SELECT name FROM users WHERE id = ?", id) // want "gets another value before it is closed"
		if err != nil {
			os.Exit(1)
		}
		var name string
		if rows.Next() {
			rows.Scan(&name)
		}
		names = append(names, name)
	}
	return names
}

// Rows that have an error of their own are closed.
func okFailed(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("SELECT 1")
	if err != nil || rows.Err() != nil {
		return nil, errors.New("no rows")
	}
	return rows, nil
}

func okFailedLater(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("SELECT 1")
	if err != nil {
		return nil, err
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return rows, nil
}

// It is closed only where it is over.
func closedAtTheEnd(db *sql.DB) (names []string, err error) {
	rows, err := db.Query("SELECT name FROM users") // want "is not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Close()
}

// Only rows that are closed do not tell their columns.
func okColumns(db *sql.DB) (*sql.Rows, []string, error) {
	rows, err := db.Query("SELECT 1")
	if err != nil {
		return nil, nil, err
	}
	columns, err := rows.Columns()
	if err != nil {
		return nil, nil, err
	}
	return rows, columns, nil
}
