// Command refuted shows what docs/evaluation.md holds against expectations of other tools' test suites. It prints what it
// sees, a line for each claim, and fails when a claim is wrong: `go run ./refuted`, in scripts/oracle. Its timers are those
// from before Go 1.23, which the garbage collector does not free while they run.

//go:debug asynctimerchan=1
package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"time"
)

func main() {
	claims := []struct {
		text string
		has  func() bool
	}{
		{"a loop that ends with break registers one deferred call", deferredOnce},
		{"a loop that ends with break derives one context", derivedOnce},
		{"a timer that has fired is not running any more", firedIsOver},
		{"timers that have fired leave nothing behind, others do", firedAreFreed},
		{"rows that are read to the end have given their connection back", readToEnd},
		{"a deferred call runs that a deferred function registers", nestedDefer},
		{"there is no response where Get fails, also if it is promoted", nilResponse},
		{"a database that nobody closes keeps a goroutine, whoever closes its rows", openDatabase},
		{"what is appended to a slice that nobody reads is not stopped", appendedRuns},
	}
	failed := false
	for _, claim := range claims {
		holds := claim.has()
		failed = failed || !holds
		fmt.Printf("%-5t %s\n", holds, claim.text)
	}
	if failed {
		os.Exit(1)
	}
}

func deferredOnce() bool {
	calls := 0
	func() {
		for {
			defer func() { calls++ }()
			break
		}
	}()
	return calls == 1
}

// counting counts the contexts between it and the outermost one that asks.
type counting struct {
	context.Context
	depth int
}

func wrapped(ctx context.Context) context.Context {
	if outer, ok := ctx.(counting); ok {
		return counting{ctx, outer.depth + 1}
	}
	return counting{ctx, 1}
}

func derivedOnce() bool {
	ctx := context.Background()
	for {
		if ctx.Err() == nil {
			ctx = wrapped(ctx)
		}
		break
	}
	return ctx.(counting).depth == 1
}

func firedIsOver() bool {
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	wasRunning := timer.Stop()
	return !wasRunning
}

const turns = 10_000

// firedAreFreed compares timers whose value is received, as in `<-time.After(d)`, with those that still run.
func firedAreFreed() bool {
	fired := heapGrowth(func() { <-time.After(time.Nanosecond) })
	running := heapGrowth(func() { time.After(time.Hour) })
	return fired < turns/10 && running >= turns
}

// heapGrowth returns how many objects more there are after many turns of a loop.
func heapGrowth(turn func()) int64 {
	before := heapObjects()
	for range turns {
		turn()
	}
	return heapObjects() - before
}

func heapObjects() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapObjects)
}

func readToEnd() bool {
	db := sql.OpenDB(threeRows{})
	defer db.Close()
	rows, err := db.Query("")
	if err != nil {
		panic(err)
	}
	inUse := db.Stats().InUse
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			panic(err)
		}
	}
	return inUse == 1 && db.Stats().InUse == 0 && rows.Err() == nil
}

func nestedDefer() (ended bool) {
	defer func() {
		defer func() { ended = true }()
	}()
	return false
}

type promoting[P any] struct{ http.Client }

func nilResponse() bool {
	client := promoting[int]{}
	response, err := client.Get("")
	return err != nil && response == nil
}

func openDatabase() bool {
	before := runtime.NumGoroutine()
	db := sql.OpenDB(threeRows{})
	rows, err := db.Query("")
	if err != nil {
		panic(err)
	}
	rows.Close()
	return runtime.NumGoroutine() > before
}

func appendedRuns() bool {
	appending := func() {
		var timers []*time.Timer
		timers = append(timers, time.NewTimer(time.Hour))
	}
	return heapGrowth(appending) >= turns
}

// threeRows is a driver that answers every query with three rows.
type threeRows struct{}

func (threeRows) Connect(context.Context) (driver.Conn, error) { return threeRowsConn{}, nil }
func (threeRows) Driver() driver.Driver                        { return nil }

type threeRowsConn struct{}

func (threeRowsConn) Prepare(string) (driver.Stmt, error) { return nil, driver.ErrSkip }
func (threeRowsConn) Close() error                        { return nil }
func (threeRowsConn) Begin() (driver.Tx, error)           { return nil, driver.ErrSkip }

func (threeRowsConn) QueryContext(context.Context, string, []driver.NamedValue) (driver.Rows, error) {
	return new(threeRowsLeft), nil
}

type threeRowsLeft int

func (*threeRowsLeft) Columns() []string { return []string{"n"} }
func (*threeRowsLeft) Close() error      { return nil }

func (r *threeRowsLeft) Next(values []driver.Value) error {
	if *r == 3 {
		return io.EOF
	}
	*r++
	values[0] = int64(*r)
	return nil
}
