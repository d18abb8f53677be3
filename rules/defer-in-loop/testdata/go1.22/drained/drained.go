// Package drained reads rows, which are closed when they have been read to their end.
package drained

import (
	"database/sql"
	"errors"
)

func read(rows *sql.Rows) ([]int, error) {
	var all []int
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}

func count(rows *sql.Rows) int {
	n := 0
	for rows.Next() {
		n++
	}
	return n
}

func first(rows *sql.Rows) (int, error) {
	for rows.Next() {
		var n int
		err := rows.Scan(&n)
		return n, err
	}
	return 0, errors.New("there is none")
}

func few(rows *sql.Rows) ([]int, error) {
	var all []int
	for rows.Next() {
		if len(all) == 10 {
			return all, nil
		}
		all = append(all, 0)
	}
	return all, nil
}

func here(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "it runs when here returns, not when the turn ends"
		for rows.Next() {
			var n int
			if err := rows.Scan(&n); err != nil {
				return err
			}
		}
	}
	return nil
}

func handedOver(db *sql.DB, queries []string) (all []int, err error) {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return nil, err
		}
		defer rows.Close() // want "it runs when handedOver returns, not when the turn ends"
		more, err := read(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

func counted(db *sql.DB, queries []string) (n int, err error) {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return 0, err
		}
		defer rows.Close() // want "it runs when counted returns, not when the turn ends"
		n += count(rows)
	}
	return n, nil
}

// What is read in part stays open.
func broken(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until broken returns"
		for rows.Next() {
			break
		}
	}
	return nil
}

func firstOnly(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until firstOnly returns"
		if _, err := first(rows); err != nil {
			return err
		}
	}
	return nil
}

func fewOnly(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until fewOnly returns"
		if _, err := few(rows); err != nil {
			return err
		}
	}
	return nil
}

func goesOn(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until goesOn returns"
		if _, err := read(rows); err != nil {
			continue
		}
	}
	return nil
}

func unasked(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until unasked returns"
		read(rows)
	}
	return nil
}

func askedTooLate(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "the calls pile up until askedTooLate returns"
		_, err = read(rows)
		err = db.Ping()
		if err != nil {
			return err
		}
	}
	return nil
}

func okReadAndClosed(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		_, err = read(rows)
		rows.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// What a goroutine returns, the caller does not get.
func beside(rows *sql.Rows) error {
	go func() error {
		for rows.Next() {
			var n int
			if err := rows.Scan(&n); err != nil {
				return err
			}
		}
		return nil
	}()
	return nil
}

func readBeside(db *sql.DB, queries []string) error {
	for _, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			return err
		}
		defer rows.Close() // want "readBeside returns"
		if err := beside(rows); err != nil {
			return err
		}
	}
	return nil
}
