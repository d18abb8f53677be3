// Package ledger reads what was booked from a database.
package ledger

import (
	"context"
	"database/sql"
	"errors"
)

// ErrTooMany says that an account has more bookings than fit into a report.
var ErrTooMany = errors.New("ledger: too many bookings")

// Ledger is a database of bookings.
type Ledger struct {
	database *sql.DB
}

// New reads bookings from a database, which stays the caller's.
func New(database *sql.DB) *Ledger {
	return &Ledger{database: database}
}

// Amounts lists what was booked on an account. With too many bookings it keeps the connection.
func (l *Ledger) Amounts(ctx context.Context, account string, limit int) ([]int64, error) {
	rows, err := l.database.QueryContext(ctx, "SELECT amount FROM bookings WHERE account = $1", account) // leak: unclosed-sql
	if err != nil {
		return nil, err
	}
	var amounts []int64
	for rows.Next() {
		if len(amounts) == limit {
			return nil, ErrTooMany
		}
		var amount int64
		if err := rows.Scan(&amount); err != nil {
			rows.Close()
			return nil, err
		}
		amounts = append(amounts, amount)
	}
	return amounts, rows.Err()
}

// Accounts lists the accounts on which something was booked.
func (l *Ledger) Accounts(ctx context.Context) ([]string, error) {
	rows, err := l.database.QueryContext(ctx, "SELECT DISTINCT account FROM bookings")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var accounts []string
	for rows.Next() {
		var account string
		if err := rows.Scan(&account); err != nil {
			return nil, err
		}
		accounts = append(accounts, account)
	}
	return accounts, rows.Err()
}
