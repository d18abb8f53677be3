// Package handedover gives its files to somebody else, who closes them.
package handedover

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"sync"
)

func okReturnedCall(path string) (*os.File, error) {
	return os.Open(path)
}

func okReturned(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func okReturnedInParentheses(path string) (*os.File, error) {
	f, err := os.Open(path)
	return (f), err
}

func okNamedResult(path string) (f *os.File, err error) {
	f, err = os.Open(path)
	return
}

func okNamedResultInClosure(paths []string) (f *os.File, err error) {
	try := func(path string) bool {
		f, err = os.Open(path)
		return err == nil
	}
	for _, path := range paths {
		if try(path) {
			return
		}
	}
	return
}

type journal struct {
	file  *os.File
	inner struct{ file *os.File }
	all   []*os.File
}

func okLiteralField(path string) (*journal, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &journal{file: f}, nil
}

func okPositionalField(path string) (*wrapper, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &wrapper{f}, nil
}

type wrapper struct{ *os.File }

func (j *journal) okField(path string) (err error) {
	j.file, err = os.Create(path)
	return err
}

func (j *journal) okNestedField(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	j.inner.file = f
	return nil
}

func (j *journal) okAppended(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	j.all = append(j.all, f)
	return nil
}

var current *os.File

func okPackageVariable(path string) (err error) {
	current, err = os.Create(path)
	return err
}

func okPackageVariableLater(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	current = f
	return nil
}

func okMapEntry(path string, files map[string]*os.File) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	files[path] = f
	return nil
}

func okSliceEntry(path string, files []*os.File) (err error) {
	files[0], err = os.Open(path)
	return err
}

func okPointer(path string, to **os.File) (err error) {
	*to, err = os.Open(path)
	return err
}

func okAddressTaken(path string, open func(**os.File)) error {
	f, err := os.Open(path)
	open(&f)
	return err
}

func okSent(path string, files chan<- *os.File) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	files <- f
	return nil
}

func okSentInSelect(path string, files chan<- *os.File, stop <-chan struct{}) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	select {
	case files <- f:
	case <-stop:
		f.Close()
	}
	return nil
}

func okPooled(path string, pool *sync.Pool) {
	f, _ := os.Open(path)
	pool.Put(f)
}

func okSecondName(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	g := f
	return g.Close()
}

func okInterfaceValue(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	var c io.Closer = f
	return c.Close()
}

func okOuterVariable(path string) error {
	var f *os.File
	open := func() (err error) {
		f, err = os.Open(path)
		return err
	}
	if err := open(); err != nil {
		return err
	}
	return f.Close()
}

func okMethodValue(path string) (func() error, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f.Close, nil
}

func okMethodValueLater(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	done := f.Close
	return done()
}

func okCleanups(paths []string) (cleanup []func() error) {
	for _, path := range paths {
		if f, err := os.Open(path); err == nil {
			cleanup = append(cleanup, f.Close)
		}
	}
	return cleanup
}

func okClosureReturned(path string) (read func([]byte) (int, error), done func()) {
	f, _ := os.Open(path)
	return f.Read, func() { f.Close() }
}

func okMultiReader(paths []string) io.Reader {
	var readers []io.Reader
	for _, path := range paths {
		if f, err := os.Open(path); err == nil {
			readers = append(readers, f)
		}
	}
	return io.MultiReader(readers...)
}

func okDescriptor(path string) (uintptr, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	return f.Fd(), nil
}

func okEntryOfArchive(path string) (*zip.File, error) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	return r.File[0], nil
}

func okFileInArchive(path string) (fs.File, error) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	return r.Open("index.json")
}

func okTypeSwitch(path string) {
	f, _ := os.Open(path)
	switch c := any(f).(type) {
	case io.Closer:
		c.Close()
	}
}
