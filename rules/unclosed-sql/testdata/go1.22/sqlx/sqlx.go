// Package store uses github.com/jmoiron/sqlx.
package store

import (
	"context"
	"log"

	"github.com/jmoiron/sqlx"
)

type user struct{ Name string }

func structScan(db *sqlx.DB) (users []user, err error) {
	rows, err := db.Queryx("SELECT * FROM users") // want "never closed"
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var u user
		if err := rows.StructScan(&u); err != nil {
			log.Fatal(err)
		}
		users = append(users, u)
	}
	return users, rows.Err()
}

// StructScan of the package reads to the end and closes.
func okScansAll(db *sqlx.DB) (users []user, err error) {
	rows, err := db.Queryx("SELECT * FROM users")
	if err != nil {
		return nil, err
	}
	return users, sqlx.StructScan(rows, &users)
}

// Select and Get close what they open.
func okSelect(db *sqlx.DB) (users []user, err error) {
	if err := db.Get(&user{}, "SELECT * FROM users LIMIT 1"); err != nil {
		return nil, err
	}
	return users, db.Select(&users, "SELECT * FROM users")
}

func okNamedStatement(db *sqlx.DB, u user) error {
	stmt, err := db.PrepareNamed("SELECT * FROM users WHERE name = :name")
	if err != nil {
		return err
	}
	defer stmt.Close()
	return stmt.Get(&user{}, u)
}

func okTransaction(ctx context.Context, db *sqlx.DB, users []user) error {
	tx, err := db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.NamedExec("INSERT INTO users VALUES (:name)", users); err != nil {
		return err
	}
	return tx.Commit()
}

func okMustBegin(db *sqlx.DB) error {
	tx := db.MustBegin()
	tx.MustExec("DELETE FROM users")
	return tx.Commit()
}

func namedQuery(db *sqlx.DB, u user) error {
	rows, err := db.NamedQuery("SELECT * FROM users WHERE name = :name", u) // want `rows, the result set that db\.NamedQuery opens, is n`
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.StructScan(&u); err != nil {
			return err
		}
	}
	return nil
}

// A named query is a way to get back what an insert has made.
func insertReturning(db *sqlx.DB, u user) (id int, err error) {
	rows, err := sqlx.NamedQuery(db, "INSERT INTO users VALUES (:name) RETURNING id", u) // want `rows, the result set that sqlx\.NamedQuery opens, is never closed`
	if err != nil {
		return 0, err
	}
	if rows.Next() {
		err = rows.Scan(&id)
	}
	return id, err
}

func queryx(ctx context.Context, db *sqlx.DB) bool {
	rows, err := db.QueryxContext(ctx, "SELECT 1") // want "never closed"
	return err == nil && rows.Next()
}

func interfaces(q sqlx.Queryer) bool {
	rows, err := q.Queryx("SELECT 1") // want "never closed"
	return err == nil && rows.Next()
}

func preparex(db *sqlx.DB) error {
	stmt, err := db.Preparex("SELECT 1") // want `stmt, the prepared statement that db\.Preparex opens, is never closed`
	if err != nil {
		return err
	}
	return stmt.Get(new(int))
}

func beginx(db *sqlx.DB, users []user) error {
	tx, err := db.Beginx() // want "tx, the transaction that db.Beginx opens, is not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if _, err := sqlx.NamedExec(tx, "INSERT INTO users VALUES (:name)", users); err != nil {
		return err
	}
	return tx.Commit()
}

func connx(ctx context.Context, db *sqlx.DB) error {
	conn, err := db.Connx(ctx) // want `conn, the database connection that db\.Connx opens, is never closed`
	if err != nil {
		return err
	}
	return conn.GetContext(ctx, new(int), "SELECT 1")
}
