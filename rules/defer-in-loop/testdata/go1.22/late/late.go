// Package late defers in loops what costs little until the function returns, or what nothing is known of.
package late

import (
	"context"
	"database/sql"
	"net"
	"os"
	"time"
)

// Nothing shows who has opened them.
func connections(accepted <-chan net.Conn) {
	for conn := range accepted {
		defer conn.Close() // want `conn\.Close\(\) is deferred in a loop: it runs when connections returns, not when the turn ends`
	}
}

func madeElsewhere(dirs []string, open func(string) []*os.File) {
	for _, dir := range dirs {
		for _, f := range open(dir) {
			defer f.Close() // want "not when the turn ends"
		}
	}
}

// A context that has ended is a little memory.
func retries(ctx context.Context, try func(context.Context) error) (err error) {
	for err = try(ctx); err != nil; err = try(ctx) {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want "not when the turn ends"
		try(ctx)
	}
	return err
}

// It may be told to stop, and ends by itself as well.
func retriesUntilStopped(ctx context.Context, stop <-chan struct{}, try func(context.Context) error) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want "not when the turn ends"
		if try(ctx) == nil {
			return
		}
	}
}

func timers(next func() bool) {
	for next() {
		timer := time.NewTimer(time.Second)
		defer timer.Stop() // want "not when the turn ends"
		<-timer.C
	}
}

// Each keeps its port until all are known.
func ports(n int) (found []string, err error) {
	for range n {
		listener, err := net.Listen("tcp", ":0")
		if err != nil {
			return nil, err
		}
		defer listener.Close() // want "not when the turn ends"
		found = append(found, listener.Addr().String())
	}
	return found, nil
}

// Rows have closed themselves once all are read.
func drained(ctx context.Context, db *sql.DB, n int) error {
	for i := 0; i < n; i++ {
		rows, err := db.QueryContext(ctx, "SELECT name FROM t WHERE id = ?", i)
		if err != nil {
			return err
		}
		defer rows.Close() // want "not when the turn ends"
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
		}
	}
	return nil
}

const attempts = 3

func fewTurns(path string) error {
	for range attempts {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close() // want "not when the turn ends"
	}
	for _, name := range []string{"a", "b"} {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "not when the turn ends"
	}
	return nil
}

// There may be one of that name.
func forOneElement(paths []string) error {
	for _, path := range paths {
		switch path {
		case "README":
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close() // want "not when the turn ends"
		}
		if path == "LICENSE" {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close() // want "not when the turn ends"
		}
	}
	return nil
}
