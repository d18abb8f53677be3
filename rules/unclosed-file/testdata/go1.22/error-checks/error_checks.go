// Package errorchecks knows from the error of the opening call, in all its forms, whether there is a file.
package errorchecks

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"
)

func okWhenNil(path string) (n int64) {
	f, err := os.Open(path)
	if err == nil {
		n, _ = io.Copy(io.Discard, f)
		f.Close()
	}
	return n
}

func okSwitchOnTrue(path string) error {
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	return f.Close()
}

func okSwitchOnError(path string) error {
	f, err := os.Open(path)
	switch err {
	case nil:
		return f.Close()
	case os.ErrNotExist, os.ErrPermission:
		return nil
	default:
		return err
	}
}

func okErrorsIs(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func okErrorsAs(path string) error {
	f, err := os.Open(path)
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	} else if err != nil {
		return err
	}
	return f.Close()
}

func okIsNotExist(path string) (bool, error) {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	return true, nil
}

func okConjunction(path string, quiet bool) error {
	f, err := os.Open(path)
	if err != nil && quiet {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func okDisjunction(path string, use bool) {
	f, err := os.Open(path)
	if err != nil || !use {
		if err == nil {
			f.Close()
		}
		return
	}
	f.Close()
}

func okNegation(path string) {
	f, err := os.Open(path)
	if !(err == nil) {
		return
	}
	f.Close()
}

func okValueIsNil(path string) {
	f, _ := os.Open(path)
	if f == nil {
		return
	}
	f.Close()
}

func okValueIsNotNil(path string) {
	f, err := os.Open(path)
	if err != nil {
		log.Print(err)
	}
	if f != nil {
		f.Close()
	}
}

func okNamedResults(path string) (f *os.File, err error) {
	if f, err = os.Open(path); err != nil {
		return nil, err
	}
	if _, err = f.Stat(); err != nil {
		f.Close()
		return nil, err
	}
	return
}

func okWrappedInPlace(path string) error {
	f, err := os.Open(path)
	if err != nil {
		err = fmt.Errorf("open: %w", err)
		return err
	}
	return f.Close()
}

func okReassigned(path, other string) error {
	f, err := os.Open(path)
	if err != nil {
		f, err = os.Open(other)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func okCreatedWhenAbsent(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if os.IsNotExist(err) {
		f, err = os.Create(path)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	return nil
}

func okPanics(path string) {
	f, err := os.Open(path)
	must(err)
	f.Close()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func okErrorHelper(path string) {
	f, err := os.Open(path)
	if failed(err) {
		return
	}
	f.Close()
}

func failed(err error) bool { return err != nil }

// The error that is looked at is another one.
func shadowed(path string) error {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return err
	}
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return err
	}
	return f.Close()
}

// The error tells of something else by then.
func reassigned(path string) error {
	f, err := os.Open(path) // want "`return err` leaves it behind"
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, f)
	if err != nil {
		return err
	}
	return f.Close()
}

// Nobody asks whether there is a file.
func neverAsked(path string) (string, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if strings.HasSuffix(path, "x") {
		return "", err
	}
	f.Close()
	return "", nil
}

func okUndecidedReturn(path string) error {
	f, err := os.Open(path)
	if err == nil {
		err = f.Close()
	}
	return err
}

// It closes when there is nothing to close.
func wrongWay(path string) error {
	f, err := os.Open(path) // want "is never closed"
	if err == nil {
		return nil
	}
	f.Close()
	return err
}

// One of the cases forgets the file.
func inSwitch(path string) error {
	f, err := os.Open(path) // want "leaves it behind"
	switch {
	case err != nil:
		return err
	case path == "":
		return nil
	}
	return f.Close()
}

// The named result is replaced by nil on the way out.
func namedResult(path string) (f *os.File, err error) {
	f, err = os.Open(path) // want "`return nil, err` leaves it behind"
	if err != nil {
		return
	}
	if _, err = f.Stat(); err != nil {
		return nil, err
	}
	return f, nil
}

func nilResult(path string) (*os.File, error) {
	g, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if _, err := g.Stat(); err != nil {
		return nil, err
	}
	return g, nil
}

func okErrorIsAsked(path string, first bool) (errs []error) {
	f, err := os.Open(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		errs = append(errs, err)
	} else if errors.Is(err, os.ErrNotExist) && first {
		errs = append(errs, errors.New("not there"))
	} else if err == nil {
		defer f.Close()
	}
	return errs
}

type scan struct {
	file *os.File
	err  error
}

func (s *scan) okErrorInField(p string) {
	var f *os.File
	f, s.err = os.Open(p)
	if s.err != nil {
		return
	}
	f.Close()
}

func (s *scan) okErrorPutInField(p string) {
	f, err := os.Open(p)
	s.err = err
	if s.err == nil {
		f.Close()
	}
}

func okErrorInSlice(paths []string) []error {
	errs := make([]error, len(paths))
	for i, p := range paths {
		var f *os.File
		if f, errs[i] = os.Open(p); errs[i] != nil {
			continue
		}
		errs[i] = f.Close()
	}
	return errs
}

func okErrorBehindPointer(p string, into *error) {
	var f *os.File
	f, *into = os.Open(p)
	if *into != nil {
		return
	}
	*into = f.Close()
}

// What the field holds by then is another error.
func (s *scan) fieldOverwritten(p string) {
	var f *os.File
	f, s.err = os.Open(p) // want "not closed on every path"
	s.err = os.Remove(p)
	if s.err != nil {
		return
	}
	f.Close()
}

// Another scan has another error.
func (s *scan) otherField(p string, next *scan) {
	var f *os.File
	f, s.err = os.Open(p) // want "not closed on every path"
	s = next
	if s.err != nil {
		return
	}
	f.Close()
}

func okUnlessStandard(p string) error {
	w := os.Stdout
	if p != "" {
		f, err := os.Create(p)
		if err != nil {
			return err
		}
		w = f
	}
	fmt.Fprintln(w, "x")
	if w != os.Stdout {
		return w.Close()
	}
	return nil
}

func okSwitchOnFile(p string) error {
	w := os.Stdout
	if p != "" {
		var err error
		if w, err = os.Create(p); err != nil {
			return err
		}
	}
	switch w {
	case os.Stdout, os.Stderr:
		return nil
	}
	return w.Close()
}

func onlyIfStandard(p string) error {
	w, err := os.Create(p) // want "never closed"
	if err != nil {
		return err
	}
	if w == os.Stdout {
		return w.Close()
	}
	return nil
}

// The field holds the file from then on.
func (s *scan) okReplaced(p string) error {
	f, err := os.Create(p)
	if err != nil {
		return err
	}
	s.file = f
	if f == s.file {
		return nil
	}
	return f.Close()
}

func worked(err error) bool { return err == nil }

func isFine(err error) bool {
	if err != nil {
		log.Print(err)
		return false
	}
	return true
}

func isFineOrThere(err error) bool {
	return isFine(err) || errors.Is(err, fs.ErrExist)
}

func missed(err error) bool { return !worked(err) }

func okWorked(p string) {
	f, err := os.Open(p)
	if worked(err) {
		f.Close()
	}
}

func okUnlessFine(p string) {
	f, err := os.Open(p)
	if !isFine(err) {
		return
	}
	f.Close()
}

func okFineOrThere(p string) {
	f, err := os.Open(p)
	if ok := isFineOrThere(err); ok {
		f.Close()
	}
}

func okUnlessFailed(p string) {
	f, err := os.Open(p)
	if missed(err) {
		return
	}
	f.Close()
}

func leaksWhereFine(p string) {
	f, err := os.Open(p) // want "never closed"
	if isFine(err) {
		f.Stat()
	}
}

func leaksUnlessFailed(p string) {
	f, err := os.Open(p) // want "never closed"
	hasFailed := missed(err)
	if hasFailed {
		return
	}
	f.Stat()
}
