// Package closed closes what it opens, in many ways.
package closed

import (
	"archive/zip"
	"bufio"
	"io"
	"log"
	"os"
)

func okDeferred(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(io.Discard, f)
	return err
}

func okAtEnd(path string) {
	f, err := os.Create(path)
	if err != nil {
		return
	}
	f.WriteString("x")
	f.Close()
}

func okInParentheses(path string) {
	f, _ := os.Open(path)
	defer (f).Close()
	(io.Copy)(io.Discard, (f))
}

func okMethodExpression(path string) {
	f, _ := os.Open(path)
	defer (*os.File).Close(f)
}

func okDeferredClosure(path string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	_, err = f.WriteString("x")
	return err
}

func okClosedOnErrorOnly(path string, keep map[string]io.Reader) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	_, err = f.Stat()
	keep[path] = f
	return err
}

func okNilGuarded(path string) error {
	var f *os.File
	defer func() {
		if f != nil {
			f.Close()
		}
	}()
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = f.Stat()
	return err
}

func okClosedBeforeEachReturn(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if _, err := f.Stat(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func okInIf(path string) int64 {
	if f, err := os.Open(path); err == nil {
		defer f.Close()
		n, _ := io.Copy(io.Discard, f)
		return n
	}
	return 0
}

func okInSwitch(path string) {
	switch f, err := os.Open(path); {
	case err != nil:
		log.Print(err)
	default:
		f.Close()
	}
}

func okEachTurn(paths []string) {
	for _, path := range paths {
		func() {
			f, err := os.Open(path)
			if err != nil {
				return
			}
			defer f.Close()
			io.Copy(io.Discard, f)
		}()
	}
}

func okGoroutine(path string, done chan<- struct{}) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	go func() {
		defer close(done)
		defer f.Close()
		io.Copy(io.Discard, bufio.NewReader(f))
	}()
}

func okBothEnds() error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	defer r.Close()
	defer w.Close()
	return nil
}

func okArchive(path string) (n int) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return 0
	}
	defer r.Close()
	return len(r.File)
}

func okGoto(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		goto done
	}
	_, err = f.Stat()
	f.Close()
done:
	return err
}

func okCleanupVariable(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	cleanup := func() { f.Close() }
	defer cleanup()
	return nil
}

func okMultipleAssignment(a, b string) {
	f, g := open(a), open(b)
	f.Close()
	g.Close()
}

func open(path string) *os.File {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

func okEitherWay(path string, ready bool) (name string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			f.Close()
		} else {
			f.Close()
		}
	}()
	if ready {
		return path, nil
	}
	_, err = f.Stat()
	return f.Name(), err
}
