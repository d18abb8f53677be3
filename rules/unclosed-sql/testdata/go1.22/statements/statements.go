// Package statements prepares statements.
package statements

import (
	"context"
	"database/sql"
)

func okDeferred(db *sql.DB, names []string) error {
	stmt, err := db.Prepare("INSERT INTO users (name) VALUES (?)")
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, name := range names {
		if _, err := stmt.Exec(name); err != nil {
			return err
		}
	}
	return nil
}

type store struct {
	insert *sql.Stmt
	byName map[string]*sql.Stmt
}

func (s *store) okKept(ctx context.Context, db *sql.DB) (err error) {
	s.insert, err = db.PrepareContext(ctx, "INSERT INTO users (name) VALUES (?)")
	return err
}

func (s *store) okCached(db *sql.DB, query string) (*sql.Stmt, error) {
	if stmt, ok := s.byName[query]; ok {
		return stmt, nil
	}
	stmt, err := db.Prepare(query)
	if err != nil {
		return nil, err
	}
	s.byName[query] = stmt
	return stmt, nil
}

func okNewStore(db *sql.DB) (*store, error) {
	insert, err := db.Prepare("INSERT INTO users (name) VALUES (?)")
	if err != nil {
		return nil, err
	}
	return &store{insert: insert}, nil
}

func neverClosed(db *sql.DB, name string) error {
	stmt, err := db.Prepare("INSERT INTO users (name) VALUES (?)") // want "stmt, the prepared statement that db.Prepare opens, is never closed"
	if err != nil {
		return err
	}
	_, err = stmt.Exec(name)
	return err
}

// The rows are closed, the statement is not.
func rowsClosed(db *sql.DB) error {
	stmt, err := db.Prepare("SELECT id FROM users") // want "stmt, the prepared statement that db.Prepare opens, is never closed"
	if err != nil {
		return err
	}
	rows, err := stmt.Query()
	if err != nil {
		return err
	}
	return rows.Close()
}

// The statement is closed, the rows are not.
func statementClosed(db *sql.DB) error {
	stmt, err := db.Prepare("SELECT id FROM users")
	if err != nil {
		return err
	}
	defer stmt.Close()
	rows, err := stmt.Query() // want `rows, the result set that stmt\.Query opens, is never closed`
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}

func firstOfTwoLost(db *sql.DB) (*store, error) {
	insert, err := db.Prepare("INSERT INTO users (name) VALUES (?)") // want "insert, the prepared statement that db.Prepare opens, is not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	byID, err := db.Prepare("SELECT name FROM users WHERE id = ?")
	if err != nil {
		return nil, err
	}
	return &store{insert: insert, byName: map[string]*sql.Stmt{"id": byID}}, nil
}

type batch struct{ tx *sql.Tx }

// The statements end with the transaction, whatever becomes of it.
func (b *batch) okRolledBack(ctx context.Context, queries []string) error {
	defer b.tx.Rollback()
	for _, query := range queries {
		statement, err := b.tx.PrepareContext(ctx, query)
		if err != nil {
			return err
		}
		if _, err := statement.ExecContext(ctx); err != nil {
			return err
		}
	}
	return b.tx.Commit()
}

// Whoever has the transaction goes on with a statement more for each query.
func (b *batch) goesOn(ctx context.Context, queries []string) error {
	defer b.flush()
	for _, query := range queries {
		statement, err := b.tx.PrepareContext(ctx, query) // want "is never closed"
		if err != nil {
			return err
		}
		if _, err := statement.ExecContext(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) flush() {}

// The statement ends with its transaction, whose loss is told.
func lostWithTransaction(db *sql.DB, query string) error {
	tx, err := db.Begin() // want "tx, the transaction that db.Begin opens, is not closed on every path"
	if err == nil {
		_, err = tx.Prepare(query)
	}
	if err != nil {
		return err
	}
	return tx.Commit()
}

// The server forgets the statement with the connection.
func okOwnDatabase(address, query string) error {
	db, err := sql.Open("postgres", address)
	if err != nil {
		return err
	}
	defer db.Close()
	statement, err := db.Prepare(query)
	if err != nil {
		return err
	}
	_, err = statement.Exec()
	return err
}

func databaseGoesOn(address, query string) (*sql.DB, error) {
	db, err := sql.Open("postgres", address)
	if err != nil {
		return nil, err
	}
	statement, err := db.Prepare(query) // want "statement, the prepared statement that db.Prepare opens, is never closed"
	if err != nil {
		db.Close()
		return nil, err
	}
	if _, err = statement.Exec(); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}
