// Package partlyclosed closes files on all paths, or on all but one.
package partlyclosed

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"testing"
)

func okClosersSlice(paths []string) (err error) {
	var closers []io.Closer
	defer func() {
		for _, c := range closers {
			c.Close()
		}
	}()
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		closers = append(closers, f)
	}
	return nil
}

func okCleanupSlice(path string) error {
	var cleanup []func() error
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	cleanup = append(cleanup, f.Close)
	for _, c := range cleanup {
		c()
	}
	return nil
}

func okDeferredFunctionValue(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	done := f.Close
	defer done()
	return nil
}

func okConditionalClosure(path string) (f *os.File, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	if _, err = f.Stat(); err != nil {
		return nil, err
	}
	return f, nil
}

func okSuccessFlag(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	ok := false
	defer func() {
		if !ok {
			f.Close()
		}
	}()
	if _, err := f.Stat(); err != nil {
		return nil, err
	}
	ok = true
	return f, nil
}

func okConditionalOpenNil(path string) error {
	var in io.Reader = os.Stdin
	var f *os.File
	if path != "-" {
		var err error
		f, err = os.Open(path)
		if err != nil {
			return err
		}
		in = f
	}
	_, err := io.Copy(io.Discard, in)
	if f != nil {
		f.Close()
	}
	return err
}

func okConditionalDefer(path string) error {
	in := os.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	_, err := io.Copy(io.Discard, in)
	return err
}

// Another variable has it as well, and neither closes it.
func stdinOr(path string) error {
	in := os.Stdin
	if path != "-" {
		f, err := os.Open(path) // want "is never closed"
		if err != nil {
			return err
		}
		in = f
	}
	_, err := io.Copy(io.Discard, in)
	return err
}

func okLabelledContinue(paths []string) {
outer:
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue outer
		}
		for s := bufio.NewScanner(f); s.Scan(); {
			if s.Text() == "" {
				f.Close()
				continue outer
			}
		}
		f.Close()
	}
}

// The continue in the inner loop passes the Close.
func labelledContinue(paths []string) {
outer:
	for _, path := range paths {
		f, err := os.Open(path) // want "gets another value before it is closed"
		if err != nil {
			continue outer
		}
		for s := bufio.NewScanner(f); s.Scan(); {
			if s.Text() == "" {
				continue outer
			}
		}
		f.Close()
	}
}

// So does a break.
func breakOut(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path) // want "the end of the function leaves it behind"
		if err != nil {
			continue
		}
		if _, err := f.Stat(); err != nil {
			break
		}
		f.Close()
	}
}

func die(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func check(err error) {
	if err != nil {
		die(err)
	}
}

func okFatalBetween(path string) {
	f, err := os.Open(path)
	check(err)
	if _, err := f.Stat(); err != nil {
		log.Fatal(err)
	}
	f.Close()
}

func okDieBetween(path string) {
	f, err := os.Open(path)
	if err != nil {
		die(err)
	}
	if _, err := f.Stat(); err != nil {
		die(err)
	}
	f.Close()
}

func okPanicBetween(path string) {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	if _, err := f.Stat(); err != nil {
		panic(err)
	}
	f.Close()
}

func okCleanupValue(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
}

func okSkipped(t testing.TB, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Skip("no file")
	}
	if _, err := f.Stat(); err != nil {
		t.Fatalf("stat: %v", err)
	}
	f.Close()
}

func okTestHelper(t testing.TB, path string) {
	f, err := os.Open(path)
	noError(t, err)
	defer f.Close()
}

func noError(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// One case of three leaves the file open.
func partial(path string, n int) error {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return err
	}
	switch n {
	case 0:
		f.Close()
	case 1:
		return errors.New("one")
	default:
		f.Close()
	}
	return nil
}

func okGoto(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if _, err = f.Stat(); err != nil {
		goto out
	}
	_, err = f.Seek(0, 0)
out:
	f.Close()
	return err
}

func okRetry(path string) (f *os.File, err error) {
	for i := 0; i < 3; i++ {
		f, err = os.Open(path)
		if err == nil {
			return f, nil
		}
	}
	return nil, err
}

func okRetryBreak(path string) error {
	var f *os.File
	var err error
	for i := 0; i < 3; i++ {
		f, err = os.Open(path)
		if err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// Each retry but the last leaves a file behind.
func retryClosesLast(path string) error {
	var f *os.File
	var err error
	for i := 0; i < 3; i++ {
		f, err = os.Open(path) // want "another value"
		if err != nil {
			continue
		}
		if info, err := f.Stat(); err == nil && info.Size() > 0 {
			break
		}
	}
	if f != nil {
		f.Close()
	}
	return err
}

func okClosedBeforeRetry(path string) error {
	var f *os.File
	var err error
	for i := 0; i < 3; i++ {
		if f != nil {
			f.Close()
		}
		f, err = os.Open(path)
		if err != nil {
			return err
		}
	}
	return f.Close()
}

// The helper reads and leaves the file open.
func helperDoesNotClose(path string) (int, error) {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return 0, err
	}
	return count(f)
}

func count(r io.Reader) (n int, err error) {
	for s := bufio.NewScanner(r); s.Scan(); {
		n++
	}
	return n, nil
}

func okBothClosed(a, b string) error {
	f, err := os.Open(a)
	if err != nil {
		return err
	}
	g, err := os.Open(b)
	if err != nil {
		f.Close()
		return err
	}
	defer f.Close()
	defer g.Close()
	return nil
}

// When the second one does not open, the first one stays open.
func secondFails(a, b string) error {
	f, err := os.Open(a) // want "`return err` leaves it behind"
	if err != nil {
		return err
	}
	g, err := os.Open(b)
	if err != nil {
		return err
	}
	defer f.Close()
	defer g.Close()
	return nil
}

type pair struct{ a, b *os.File }

// So it does here, where success hands both over.
func constructorFails(a, b string) (*pair, error) {
	f, err := os.Open(a) // want "not closed on every path"
	if err != nil {
		return nil, err
	}
	g, err := os.Open(b)
	if err != nil {
		return nil, err
	}
	return &pair{f, g}, nil
}

func okWrapped(path string) (io.Reader, io.Closer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReader(f), f, nil
}

// Nobody can close the file through the reader.
func viewReturned(path string) (io.Reader, error) {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(f), nil
}

func okStructOfBoth(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{bufio.NewReader(f), f}, nil
}

func okAnonymousDefer(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
	}()
	return nil
}

func okSelect(path string, a, b chan int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	select {
	case <-a:
		return f.Close()
	case <-b:
		f.Close()
	}
	return nil
}

// Only one of the two communications leads to a Close.
func inSelect(path string, a, b chan int) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	select {
	case <-a:
		return f.Close()
	case <-b:
		return nil
	}
}

func okFallthrough(path string, n int) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	switch n {
	case 1:
		fmt.Println(n)
		fallthrough
	default:
		f.Close()
	}
}

func okRenamedClosedEarly(tmp, path string) (err error) {
	f, err := os.Create(tmp)
	if err != nil {
		return err
	}
	if _, err = f.WriteString("x"); err != nil {
		_ = f.Close()
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}

// The goroutine closes the file on one of its paths only.
func inGoroutine(path string, lines chan<- byte) error {
	f, err := os.Open(path) // want "is not closed on every path: `return` leaves it behind"
	if err != nil {
		return err
	}
	go func() {
		var b [1]byte
		if _, err := f.Read(b[:]); err != nil {
			return
		}
		lines <- b[0]
		f.Close()
	}()
	return nil
}

// The goroutine only reads: closing is up to the function itself.
func besideGoroutine(path string, lines chan<- byte) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	go func() {
		var b [1]byte
		if _, err := f.Read(b[:]); err == nil {
			lines <- b[0]
		}
	}()
	if len(path) > 80 {
		return nil
	}
	return f.Close()
}

// Nobody looks at the slice again.
func forgottenSlice(path string) {
	var files []*os.File
	f, err := os.Open(path) // want "closed"
	if err != nil {
		return
	}
	files = append(files, f)
}
