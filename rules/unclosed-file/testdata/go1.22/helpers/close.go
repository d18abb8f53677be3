package helpers

import (
	"io"
	"os"
)

func closeQuietly(c io.Closer) { _ = c.Close() }

func checkClose(c io.Closer, err *error) {
	if closing := c.Close(); *err == nil {
		*err = closing
	}
}

func finish(f *os.File) error {
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func must(f *os.File, err error) *os.File {
	if err != nil {
		panic(err)
	}
	return f
}

func drain(f *os.File, done chan<- struct{}) {
	defer close(done)
	defer f.Close()
	io.Copy(io.Discard, f)
}

func with[C io.Closer](c C, use func(C) error) error {
	defer c.Close()
	return use(c)
}

type closer struct{ all []io.Closer }

func (c *closer) add(one io.Closer) { c.all = append(c.all, one) }

func (c *closer) closeAll() (err error) {
	for _, one := range c.all {
		if closing := one.Close(); err == nil {
			err = closing
		}
	}
	return err
}
