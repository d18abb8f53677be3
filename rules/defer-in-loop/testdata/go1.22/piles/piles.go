// Package piles defers calls that pile up.
package piles

import (
	"context"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

func rangeLoop(paths []string) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close() // want `each turn of the loop defers f\.Close\(\): the calls pile up until rangeLoop returns`
		if _, err := io.Copy(io.Discard, f); err != nil {
			return err
		}
	}
	return nil
}

func overChannel(paths <-chan string) error {
	for path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close() // want "pile up"
	}
	return nil
}

// What comes out of a channel was not there before the loop.
func connections(accepted <-chan net.Conn) {
	for conn := range accepted {
		defer conn.Close() // want "pile up"
		io.Copy(conn, conn)
	}
}

func countingLoop(ctx context.Context, db *sql.DB, n int) error {
	for i := 0; i < n; i++ {
		rows, err := db.QueryContext(ctx, "SELECT name FROM t WHERE id = ?", i)
		if err != nil {
			return err
		}
		defer rows.Close() // want "pile up"
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
		}
	}
	return nil
}

func overIntegers(n int, url string) {
	for range n {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		defer resp.Body.Close() // want "pile up"
	}
}

// The context, and the timer in it, stay with the function that cancels it.
func retries(ctx context.Context, try func(context.Context) error) (err error) {
	for attempt := 0; attempt < 5; attempt++ {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `defers cancel\(\)`
		if err = try(ctx); err == nil {
			return nil
		}
	}
	return err
}

func endlessLoop(stop <-chan struct{}, poll func()) {
	for {
		timer := time.NewTimer(time.Second)
		defer timer.Stop() // want "until endlessLoop returns"
		select {
		case <-stop:
			return
		case <-timer.C:
		}
		poll()
	}
}

func inLiteral(path string) {
	for i := range 3 {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer func() { // want "defers a function literal"
			if err := f.Close(); err != nil {
				println(i, err.Error())
			}
		}()
	}
}

// The literal is the function that has to return.
func loopInLiteral(paths []string) {
	go func() {
		for _, path := range paths {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			defer f.Close() // want "until the function literal returns"
		}
	}()
}

func passedToDeferred(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer closeQuietly(f) // want `defers closeQuietly\(f\)`
	}
}

func closeQuietly(c io.Closer) { _ = c.Close() }

// The label is the loop.
func backByGoto(path string, again func() bool) error {
retry:
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() // want "pile up"
	if again() {
		goto retry
	}
	return nil
}

func continuesOuter(dirs [][]string) {
outer:
	for _, dir := range dirs {
		for _, path := range dir {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			defer f.Close() // want "pile up"
			continue outer
		}
	}
}

// The inner loop is left, the outer one is not.
func breaksInner(dirs [][]string) {
	for _, dir := range dirs {
		for _, path := range dir {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			defer f.Close() // want "pile up"
			break
		}
	}
}

// A break in a switch leaves the switch.
func breaksSwitch(paths []string) {
	for _, path := range paths {
		switch f, err := os.Open(path); {
		case err == nil:
			defer f.Close() // want "pile up"
			break
		}
	}
}

func onSomeWays(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "pile up"
		if info, err := f.Stat(); err == nil && info.IsDir() {
			break
		}
	}
}

// The next turn waits for the lock for ever.
func sameLock(mu *sync.Mutex, jobs []func()) {
	for _, job := range jobs {
		mu.Lock()
		defer mu.Unlock() // want `defers mu\.Unlock\(\)`
		job()
	}
}

// Only one of the ways to the next turn closes it.
func closedNowAndThen(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "pile up"
		if n, _ := io.Copy(io.Discard, f); n > 0 {
			f.Close()
		}
	}
}

// The answers are kept, the responses are not.
func keepsText(urls []string) (texts []string) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		defer resp.Body.Close() // want "pile up"
		text, _ := io.ReadAll(resp.Body)
		texts = append(texts, string(text))
	}
	return texts
}

// A variable from before the loop does not make it one call.
func redialled(address string) (err error) {
	var conn net.Conn
	for range 10 {
		if conn, err = net.Dial("tcp", address); err != nil {
			return err
		}
		defer conn.Close() // want "pile up"
		if _, err = conn.Write([]byte("ping")); err != nil {
			continue
		}
	}
	return nil
}

// Each turn makes files of its own, although the inner loop ranges over what is there.
func madeInOuterTurn(dirs []string, open func(string) []*os.File) {
	for _, dir := range dirs {
		files := open(dir)
		for _, f := range files {
			defer f.Close() // want "pile up"
		}
	}
}

// Both are cleaning up: neither needs the other to wait.
func twice(inputs []io.Reader) {
	for _, input := range inputs {
		f, err := os.CreateTemp("", "x")
		if err != nil {
			continue
		}
		defer func() { // want "pile up"
			os.Remove(f.Name())
		}()
		defer f.Close() // want "pile up"
		io.Copy(f, input)
	}
}

// The habit of deferring at once, where nothing needs the response any longer.
func lastStatement(urls []string) error {
	for _, url := range urls {
		resp, err := http.Head(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "pile up"
	}
	return nil
}
