// Package neverclosed opens files into variables and leaves them open.
package neverclosed

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/ioutil"
	goos "os"
	"strings"
)

type config struct{ Addr string }

func countLines(path string) (int, error) {
	f, err := goos.Open(path) // want "f, the file that goos.Open opens, is never closed"
	if err != nil {
		return 0, err
	}
	scanner := bufio.NewScanner(f)
	n := 0
	for scanner.Scan() {
		n++
	}
	return n, scanner.Err()
}

func readConfig(path string) (config, error) {
	var c config
	f, err := goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	if err != nil {
		return c, fmt.Errorf("config: %w", err)
	}
	err = json.NewDecoder(f).Decode(&c)
	return c, err
}

func readAll(path string) []byte {
	f, err := goos.Open(path) // want "is never closed"
	if err != nil {
		return nil
	}
	b, _ := io.ReadAll((f))
	return b
}

func size(path string) (int64, error) {
	f, err := goos.Open(path) // want "is never closed"
	if err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func save(path string, lines []string) error {
	out, err := goos.Create(path) // want `out, the file that goos\.Create opens, is never closed`
	if err != nil {
		return err
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return out.Sync()
}

func appendLine(path, line string) error {
	f, err := goos.OpenFile(path, goos.O_APPEND|goos.O_WRONLY, 0) // want `f, the file that goos\.OpenFile opens, is never closed`
	if err != nil {
		return err
	}
	_, err = f.WriteString(line + "\n")
	return err
}

// Only the name of the temporary file is wanted.
func scratchName() (string, error) {
	f, err := goos.CreateTemp("", "scratch-*") // want `f, the file that goos\.CreateTemp opens, is never closed`
	if err != nil {
		return "", err
	}
	return f.Name(), nil
}

func oldScratchName() (string, error) {
	f, err := ioutil.TempFile("", "scratch-") // want `f, the file that ioutil\.TempFile opens, is never closed`
	if err != nil {
		return "", err
	}
	return f.Name(), nil
}

func isArchive(path string) bool {
	r, err := zip.OpenReader(path) // want `r, the archive that zip\.OpenReader opens, is never closed`
	return err == nil && r != nil
}

func bothEnds() error {
	r, w, err := goos.Pipe() // want `r, the file that goos\.Pipe opens, is never closed` `w, the file that goos\.Pipe opens, is never closed`
	if err != nil {
		return err
	}
	if _, err := w.WriteString("x"); err != nil {
		return err
	}
	_, err = r.Read(make([]byte, 1))
	return err
}

func oneEnd() error {
	r, w, err := goos.Pipe() // want `r, the file that goos\.Pipe opens, is never closed`
	if err != nil {
		return err
	}
	defer w.Close()
	_, err = r.Read(make([]byte, 1))
	return err
}

// Closing one file does not close another.
func copyFile(from, to string) error {
	src, err := goos.Open(from) // want `src, the file that goos\.Open opens, is never closed`
	if err != nil {
		return err
	}
	dst, err := goos.Create(to)
	if err != nil {
		return err
	}
	defer dst.Close()
	_, err = io.Copy(dst, src)
	return err
}

func everyTurn(paths []string) (total int64) {
	for _, path := range paths {
		f, err := goos.Open(path) // want `f, the file that goos\.Open opens, gets another value`
		if err != nil {
			continue
		}
		n, _ := io.Copy(io.Discard, f)
		total += n
	}
	return total
}

// The variable is declared first and filled later.
func assigned(path string) bool {
	var f *goos.File
	var err error
	f, err = goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	return err == nil && f != nil
}

func declaredAndFilled(path string) bool {
	var f, err = goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	return err == nil && nil != f
}

// Mentioning the variable is not using it.
func blank(path string) error {
	f, err := goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	_ = f
	return err
}

// The file that is closed is another one, which shadows it.
func shadowed(path string) error {
	f, err := goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	if err != nil {
		return err
	}
	if f, err := goos.Open(path + ".bak"); err == nil {
		f.Close()
	}
	_, err = f.Seek(0, io.SeekStart)
	return err
}

func inGoroutine(path string, lines chan<- string) {
	go func() {
		f, err := goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
		if err != nil {
			return
		}
		for scanner := bufio.NewScanner(f); scanner.Scan(); {
			lines <- scanner.Text()
		}
	}()
}

// A closure that only reads does not take the file over.
func readByClosure(path string) (string, error) {
	f, err := goos.Open(path) // want `f, the file that goos\.Open opens, is never closed`
	if err != nil {
		return "", err
	}
	read := func(n int) string {
		b := make([]byte, n)
		_, _ = f.Read(b)
		return string(b)
	}
	return strings.Join([]string{read(1), read(2)}, ""), nil
}

type store struct{ dir string }

func (s *store) has(name string) (bool, error) {
	f, err := goos.Open(s.dir + "/" + name) // want `f, the file that goos\.Open opens, is never closed`
	if errors.Is(err, goos.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	_, err = f.Stat()
	return err == nil, err
}
