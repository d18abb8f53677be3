// Package reported has what maintainers of sqlclosecheck have open against it, in our own words: what it reports although
// the rows are closed, and what it does not see since it takes any helper and any field for one that closes.
package reported

import (
	"context"
	"database/sql"
	"log/slog"

	"github.com/jmoiron/sqlx"
)

// sqlclosecheck #43: a helper closes.
func okHelper(ctx context.Context, db *sql.DB) (n int, err error) {
	rows, err := db.QueryContext(ctx, "SELECT n FROM numbers WHERE n > ?", 3)
	if err != nil {
		return 0, err
	}
	defer closeRows(rows)
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, err
}

func closeRows(rows *sql.Rows) {
	if err := rows.Close(); err != nil {
		slog.Error("close", "error", err)
	}
}

type numbers struct{ db *sqlx.DB }

// sqlclosecheck #43: the helper is a method.
func (s numbers) okMethodHelper(ctx context.Context) (n int, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT n FROM numbers")
	if err != nil {
		return 0, err
	}
	defer s.finish(rows)
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, err
}

func (s numbers) finish(rows *sql.Rows) { _ = rows.Close() }

// sqlclosecheck #43: not every helper closes.
func helperOnlyReads(ctx context.Context, db *sql.DB) (int, error) {
	rows, err := db.QueryContext(ctx, "SELECT n FROM numbers") // want `rows, the result set that db\.QueryContext opens, is never closed`
	if err != nil {
		return 0, err
	}
	return first(rows)
}

func first(rows *sql.Rows) (n int, err error) {
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, err
}

// sqlclosecheck #35: rows of sqlx are closed by the same method.
func okQueryx(db *sqlx.DB) error {
	rows, err := db.Queryx("SELECT * FROM numbers")
	if err != nil {
		slog.Error("query", "error", err)
		return err
	}
	defer rows.Close()
	return nil
}

// sqlclosecheck #35, without the defer.
func queryx(db *sqlx.DB) (bool, error) {
	rows, err := db.Queryx("SELECT * FROM numbers") // want `rows, the result set that db\.Queryx opens, is never closed`
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

// sqlclosecheck #49: closed in a deferred literal, which looks at the error.
func (s numbers) okDeferredLiteral(ctx context.Context, id int) (found []int, err error) {
	rows, err := s.db.NamedQueryContext(ctx, "SELECT n FROM numbers WHERE id = :id", map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := rows.Close(); err != nil {
			slog.WarnContext(ctx, "rows are not closed", "error", err)
		}
	}()
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		found = append(found, n)
	}
	return found, rows.Err()
}

// sqlclosecheck #49: the literal comes after the first way out.
func (s numbers) literalTooLate(ctx context.Context) error {
	rows, err := s.db.NamedQueryContext(ctx, "SELECT n FROM numbers", map[string]any{}) // want "is not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if err := s.db.PingContext(ctx); err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	slog.Info("rows", "any", rows.Next())
	return nil
}
