// Package early closes before it looks at the error.
package early

import (
	"compress/gzip"
	"database/sql"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

func response(url string) {
	resp, err := http.Get(url)
	defer resp.Body.Close() // want `defer resp\.Body\.Close\(\) comes before err is looked at: when http\.Get fails, resp is nil, and this panics`
	if err != nil {
		log.Fatal(err)
	}
}

func head(url string) (int, error) {
	resp, err := http.Head(url)
	defer resp.Body.Close() // want "panics"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func method(client *http.Client, request *http.Request) ([]byte, error) {
	resp, err := client.Do(request)
	defer resp.Body.Close() // want `when client\.Do fails`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

// Nobody ever looks at the first error.
func overwritten(url string) ([]byte, error) {
	resp, err := http.Get(url)
	defer resp.Body.Close() // want "panics"
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return data, nil
}

func thrownAway(url string) ([]byte, error) {
	resp, _ := http.Get(url)
	defer resp.Body.Close() // want "comes before the error is looked at"
	return io.ReadAll(resp.Body)
}

func body(url string) ([]byte, error) {
	resp, err := http.Get(url)
	data, readError := io.ReadAll(resp.Body) // want `resp\.Body comes before err is looked at`
	if err != nil {
		return nil, err
	}
	return data, readError
}

func argument(url string) error {
	resp, err := http.Get(url)
	defer closeQuietly(resp.Body) // want "panics"
	if err != nil {
		return err
	}
	return nil
}

func closeQuietly(c io.Closer) { _ = c.Close() }

// The literal runs when the function returns the error.
func literal(url string) error {
	resp, err := http.Get(url)
	defer func() { // want "the use of resp comes before err is looked at"
		resp.Body.Close()
	}()
	if err != nil {
		return err
	}
	return nil
}

func file(path string) ([]byte, error) {
	f, err := os.Open(path)
	defer f.Close() // want `defer f\.Close\(\) comes before err is looked at: when os\.Open fails, f is nil, with nothing to close`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func connection(address string) error {
	conn, err := net.Dial("tcp", address)
	defer conn.Close() // want "panics"
	if err != nil {
		return err
	}
	_, err = conn.Write(nil)
	return err
}

func rows(db *sql.DB) error {
	rows, err := db.Query("SELECT 1")
	defer rows.Close() // want "rows is nil, and this panics"
	if err != nil {
		return err
	}
	return rows.Err()
}

func reader(r io.Reader) ([]byte, error) {
	z, err := gzip.NewReader(r)
	defer z.Close() // want "z is nil, and this panics"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func declared(path string) (err error) {
	var f, openError = os.Open(path)
	defer f.Close() // want "openError is looked at"
	if openError != nil {
		return openError
	}
	return nil
}

// What comes between has nothing to do with it.
func later(path string, verbose bool) error {
	f, err := os.Open(path)
	if verbose {
		log.Print("opening ", path)
	}
	defer f.Close() // want "comes before"
	if err != nil {
		return err
	}
	return nil
}

type store struct{}

func (s *store) Close() error { return nil }

func openStore(path string) (*store, error) {
	if path == "" {
		return nil, errors.New("no path")
	}
	return &store{}, nil
}

func project(path string) error {
	s, err := openStore(path)
	defer s.Close() // want `when openStore fails, s is nil`
	if err != nil {
		return err
	}
	return nil
}

func create(path string) (*os.File, error) {
	if path == "" {
		return nil, errors.New("no path")
	}
	return os.Create(path)
}

// A nil *os.File gives an error when it is closed, and does not panic.
func closesNilFile(path string) error {
	f, err := create(path)
	defer f.Close() // want "f is nil, with nothing to close"
	return err
}

func temporary(dir string) error {
	file, err := os.CreateTemp(dir, "x")
	defer file.Close() // want "file is nil, with nothing to close"
	if err != nil {
		return err
	}
	return file.Sync()
}

func committed(db *sql.DB) error {
	tx, err := db.Begin()
	defer func() { // want "tx is nil, and this panics"
		_ = tx.Rollback()
	}()
	if err != nil {
		return err
	}
	return tx.Commit()
}
