// Package lookedat looks at the error first.
package lookedat

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
)

func okReturn(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func okFatal(url string) {
	resp, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
}

func okWhenNil(url string) error {
	resp, err := http.Get(url)
	if err == nil {
		defer resp.Body.Close()
	}
	return err
}

func okSwitch(url string) error {
	resp, err := http.Get(url)
	switch {
	case err != nil:
		return err
	}
	defer resp.Body.Close()
	return nil
}

func okIs(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return err
	}
	defer f.Close()
	return err
}

func okHelper(t *testing.T, url string) {
	resp, err := http.Get(url)
	check(t, err)
	defer resp.Body.Close()
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A deferred literal may ask whether there is anything.
func okAsksLater(url string) error {
	resp, err := http.Get(url)
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	if err != nil {
		return err
	}
	return nil
}

func okAsksForError(path string) (err error) {
	f, err := os.Open(path)
	defer func() {
		if err != nil {
			return
		}
		f.Close()
	}()
	if err != nil {
		return err
	}
	return nil
}

func okAsksForValue(url string) error {
	resp, err := http.Get(url)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

// The helper may look whether there is anything.
func okGivenToHelper(path string) error {
	f, err := os.Open(path)
	defer closeFile(f)
	if err != nil {
		return err
	}
	return nil
}

func closeFile(f *os.File) {
	if f != nil {
		f.Close()
	}
}

// https://go.dev/issue/52661
func okUnwrapped(url string) {
	must := func(resp *http.Response, err error) *http.Response {
		if err != nil {
			panic(err)
		}
		return resp
	}
	resp := must(http.Get(url))
	defer resp.Body.Close()
}

// Rows are there even when the query has failed: https://pkg.go.dev/github.com/jackc/pgx/v5#Conn.Query
func okRows(ctx context.Context, conn *pgx.Conn) error {
	rows, err := conn.Query(ctx, "SELECT 1")
	defer rows.Close()
	if err != nil {
		return err
	}
	return rows.Err()
}

// It gives a value in any case.
func open(path string) (*os.File, error) {
	return os.Stdin, errors.New("not " + path)
}

func okNeverNil(path string) error {
	f, err := open(path)
	defer f.Close()
	return err
}

func okOtherError(address string, err error) error {
	conn, dialError := net.Dial("tcp", address)
	if dialError != nil {
		return errors.Join(err, dialError)
	}
	defer conn.Close()
	return err
}

func okLoop(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
	return nil
}

func okBothNil(path string) {
	if f, err := os.Open(path); err == nil {
		defer f.Close()
	}
}
