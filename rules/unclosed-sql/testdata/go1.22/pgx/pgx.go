// Package store uses github.com/jackc/pgx/v5.
package store

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func okAcquired(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	_, err = conn.Exec(ctx, "DELETE FROM users")
	return err
}

// They read to the end and close.
func okCollected(ctx context.Context, pool *pgxpool.Pool) ([]string, error) {
	rows, err := pool.Query(ctx, "SELECT name FROM users")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func okForEach(ctx context.Context, conn *pgx.Conn) (names []string, err error) {
	rows, _ := conn.Query(ctx, "SELECT name FROM users")
	var name string
	_, err = pgx.ForEachRow(rows, []any{&name}, func() error {
		names = append(names, name)
		return nil
	})
	return names, err
}

func okRollback(ctx context.Context, pool *pgxpool.Pool) error {
	tx, err := pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx)
	if _, err := tx.Exec(ctx, "DELETE FROM users"); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// It begins, and commits or rolls back.
func okBeginFunc(ctx context.Context, pool *pgxpool.Pool) error {
	return pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "DELETE FROM users")
		return err
	})
}

func okBatch(ctx context.Context, conn *pgx.Conn, batch *pgx.Batch) error {
	return conn.SendBatch(ctx, batch).Close()
}

func okConnection(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, "")
	if err != nil {
		return err
	}
	defer conn.Close(context.Background())
	return conn.Ping(ctx)
}

// An error of Scan has closed the rows, and so has the end of the loop.
func okRowsAreOver(ctx context.Context, pool *pgxpool.Pool) (names []string, err error) {
	rows, err := pool.Query(ctx, "SELECT name FROM users") // want "nothing is held once .* shows that it is over"
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
	return names, rows.Err()
}

func rows(ctx context.Context, pool *pgxpool.Pool, check func(string) error) error {
	rows, err := pool.Query(ctx, "SELECT name FROM users") // want `rows, the result set that pool\.Query opens, is never closed`
	if err != nil {
		return err
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		if err := check(name); err != nil {
			return err
		}
	}
	return rows.Err()
}

func one(ctx context.Context, tx pgx.Tx) (id int, err error) {
	rows, err := tx.Query(ctx, "SELECT id FROM users") // want "never closed"
	if err != nil {
		return 0, err
	}
	if rows.Next() {
		err = rows.Scan(&id)
	}
	return id, err
}

func acquire(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx) // want `conn, the pooled connection that pool\.Acquire opens, is not closed on every path`
	if err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, "DELETE FROM users"); err != nil {
		return err
	}
	conn.Release()
	return nil
}

func commitOnly(ctx context.Context, pool *pgxpool.Pool) error {
	tx, err := pool.Begin(ctx) // want `tx, the transaction that pool\.Begin opens, is not closed on every path`
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "DELETE FROM users"); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

func batch(ctx context.Context, pool *pgxpool.Pool, batch *pgx.Batch) error {
	results := pool.SendBatch(ctx, batch) // want `results, the batch result that pool\.SendBatch opens, is not closed on every path`
	for range batch.Len() {
		if _, err := results.Exec(); err != nil {
			return err
		}
	}
	return results.Close()
}

func batchThrownAway(ctx context.Context, pool *pgxpool.Pool, batch *pgx.Batch) {
	pool.SendBatch(ctx, batch) // want "is thrown away"
}

func connect(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, "") // want `conn, the database connection that pgx\.Connect opens, is never closed`
	if err != nil {
		return err
	}
	return conn.Ping(ctx)
}
