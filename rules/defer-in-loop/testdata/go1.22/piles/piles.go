// Package piles defers calls that pile up.
package piles

import (
	"archive/tar"
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

func countingLoop(ctx context.Context, db *sql.DB, n int) error {
	for i := 0; i < n; i++ {
		rows, err := db.QueryContext(ctx, "SELECT name FROM t WHERE id = ?", i)
		if err != nil {
			return err
		}
		defer rows.Close() // want "pile up"
		if rows.Next() {
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
		defer mu.Unlock() // want "waits for a lock"
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

// Both are cleaning up: neither needs the other to wait.
func twice(inputs []io.Reader) {
	for _, input := range inputs {
		f, err := os.CreateTemp("", "x")
		if err != nil {
			continue
		}
		defer func() { // want "not when the turn ends"
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

func inLiteral(paths []string) {
	for i, path := range paths {
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

// A variable from before the loop does not make it one call.
func redialled(address string, next func() bool) (err error) {
	var conn net.Conn
	for next() {
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

// Functions of the package that acquire, use and release are seen through.
func throughHelpers(paths []string) error {
	for _, path := range paths {
		f, err := openChecked(path)
		if err != nil {
			return err
		}
		defer closeQuietly(f) // want "pile up"
		drain(f)
	}
	return nil
}

func openChecked(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func drain(r io.Reader) { _, _ = io.Copy(io.Discard, r) }

// How many entries are regular files is up to the archive.
func entries(archive *tar.Reader, into func(string) string) error {
	for {
		header, err := archive.Next()
		if err != nil {
			return err
		}
		switch header.Typeflag {
		case tar.TypeReg:
			f, err := os.Create(into(header.Name))
			if err != nil {
				return err
			}
			defer f.Close() // want "pile up"
			if _, err := io.Copy(f, archive); err != nil {
				return err
			}
		}
	}
}

// Nothing but the end of the service ends the loop, so that even a little memory adds up.
func beats(ctx context.Context, ping func(context.Context) error) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Minute):
		}
		pingCtx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want "the calls pile up until beats returns"
		if err := ping(pingCtx); err != nil {
			continue
		}
	}
}
