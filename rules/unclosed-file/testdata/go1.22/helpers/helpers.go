// Package helpers has its files closed, or handled, by other functions.
package helpers

import (
	"io"
	"log"
	"os"
	"os/exec"
	"text/template"
)

func okClosedByHelper(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer closeQuietly(f)
	_, err = io.Copy(io.Discard, f)
	return err
}

func okClosedByHelperInOtherFile(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return finish(f)
}

func okClosedByMethod(path string) error {
	var c closer
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	c.add(f)
	return c.closeAll()
}

func okHelperWithErrorPointer(path string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer checkClose(f, &err)
	_, err = f.WriteString("x")
	return err
}

func okImmediateClosure(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func(c io.Closer) {
		_ = c.Close()
	}(f)
	_, err = f.Stat()
	return err
}

func okFunctionValue(path string, use func(*os.File) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return use(f)
}

// Templates write to the file and leave it open.
func executed(path string, t *template.Template) error {
	f, err := os.Create(path) // want "is never closed"
	if err != nil {
		return err
	}
	return t.Execute(f, nil)
}

func okLoggerOwnsFile(path string) *log.Logger {
	f, err := os.Create(path)
	if err != nil {
		return nil
	}
	return log.New(f, "", 0)
}

func okCommandOwnsFile(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	cmd := exec.Command("true")
	cmd.Stdout = f
	return cmd.Run()
}

func okNestedCall(path string) error {
	return finish(must(os.Create(path)))
}

func okGoroutineClosesIt(path string, done chan<- struct{}) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	go drain(f, done)
	return nil
}

func okGenericHelper(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return with[*os.File](f, func(f *os.File) error { return nil })
}

func okConverted(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	c := io.Closer(f)
	return c.Close()
}
