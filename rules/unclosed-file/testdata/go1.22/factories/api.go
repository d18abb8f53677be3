// Package api gets its files from another package of the module.
package api

import (
	"io"

	"example.com/fixture/disk"
	files "example.com/fixture/store"
)

func leak(p string) error {
	f, err := files.Open(p) // want "f, the file that files.Open opens, is never closed"
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}

func skips(p string) error {
	f, err := files.Open(p) // want "not closed on every path"
	if err != nil {
		return err
	}
	if _, err := f.Stat(); err != nil {
		return err
	}
	return f.Close()
}

func discards(p string) {
	files.Open(p) // want "thrown away"
}

func reads(p string) ([]byte, error) {
	r, err := files.OpenReader(p) // want "r, the file that files.OpenReader opens, is never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func must(p string) string {
	f := files.Must(p) // want "never closed"
	return f.Name()
}

func remote(p string) string {
	f, _ := files.Remote(p) // want "never closed"
	return f.Name()
}

func retry(p string) string {
	f, _ := files.Retry(p, 3) // want "never closed"
	return f.Name()
}

func okMutual(p string) string {
	f, _ := files.Pong(p, 3) // two functions that call each other are not understood
	return f.Name()
}

func pair(p string) string {
	name, f, err := files.Pair(p) // want "never closed"
	if err != nil {
		return name
	}
	return f.Name()
}

func onFailure(p string) string {
	f, err := files.OnFailure(p) // want "never closed"
	if err != nil {
		return ""
	}
	return f.Name()
}

// own hands it on within this package.
func own(p string) (io.ReadCloser, error) {
	return files.OpenReader(p)
}

func ofOwn(p string) ([]byte, error) {
	r, err := own(p) // want "never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func method(d *files.Dir) string {
	f, err := d.Open("x") // want "f, the file that d.Open opens, is never closed"
	if err != nil {
		return ""
	}
	return f.Name()
}

func okClosed(p string) error {
	f, err := files.Open(p)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Stat()
	return err
}

func okMount(m files.Mount) string {
	f, err := m.Open("x")
	if err != nil {
		return ""
	}
	return f.Name()
}

func okGiven(r io.Reader) string {
	f, err := files.AsFile(r, "x")
	if err != nil {
		return ""
	}
	return f.Name()
}

func okNothing() error {
	_, err := files.Optional("")
	return err
}

func okFailed(p string) error {
	f, err := files.Open(p)
	if err == nil {
		f.Close()
	}
	return err
}

func okReturned(p string) (io.Closer, error) {
	return files.Open(p)
}

type holder struct{ c io.Closer }

func okStored(h *holder, p string) error {
	f, err := files.Open(p)
	h.c = f
	return err
}

func okCached(d *files.Dir) string {
	f, err := d.Cached("x")
	if err != nil {
		return ""
	}
	return f.Name()
}

func okLooked(d *files.Dir) string {
	f, err := d.Looked("x")
	if err != nil {
		return ""
	}
	return f.Name()
}

func okFirst(d *files.Dir) string {
	f, err := d.First()
	if err != nil {
		return ""
	}
	return f.Name()
}

func okInput(p string) error {
	f, err := files.OrInput(p)
	if err != nil {
		return err
	}
	if p != "-" {
		defer f.Close()
	}
	_, err = f.Stat()
	return err
}

func okCloser(p string) error {
	f, done, err := files.WithCloser(p)
	if err != nil {
		return err
	}
	defer done()
	_, err = f.Stat()
	return err
}

func okPlain(p string) ([]byte, error) {
	r, err := files.Plain(p)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func okNoted(p string) string {
	f, _ := files.Noted(p)
	return f.Name()
}

func okAlreadyClosed(p string) string {
	f, _ := files.Closed(p)
	return f.Name()
}

func okInterface(o files.Opener, p string) string {
	f, _ := o.Open(p)
	return f.Name()
}

func direct(p string) error {
	f, err := disk.Direct(p) // want "f, the file that disk.Direct opens, is never closed"
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}

func noted(p string) error {
	f, err := disk.Noted(p) // want "f, the file that disk.Noted opens, is never closed"
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}
