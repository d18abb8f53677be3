// Package functions gives files to functions that variables hold, and to goroutines.
package functions

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func okVariableCloses(path string) error {
	end := func(c io.Closer) { c.Close() }
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	end(f)
	return nil
}

func okVariableClosesDeferred(path string) error {
	var end func(*os.File)
	end = func(f *os.File) {
		if err := f.Close(); err != nil {
			fmt.Println(err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer end(f)
	return nil
}

func okVariableChanges(path string, keep func(*os.File)) error {
	show := func(f *os.File) { fmt.Println(f.Name()) }
	if keep != nil {
		show = keep
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	show(f)
	return nil
}

func variableUses(path string) error {
	show := func(f *os.File) { fmt.Println(f.Name()) }
	f, err := os.Open(path) // want "never closed"
	if err != nil {
		return err
	}
	show(f)
	return nil
}

func variableClosesOnSomeExits(path string, size int) error {
	f, err := os.Open(path) // want "return io.EOF"
	if err != nil {
		return err
	}
	cleanup := func() { f.Close() }
	if size < 0 {
		cleanup()
		return io.ErrShortBuffer
	}
	if size == 0 {
		return io.EOF
	}
	cleanup()
	return nil
}

func okGoroutineCloses(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	go printAndClose(f)
	return nil
}

func printAndClose(f *os.File) {
	defer f.Close()
	io.Copy(os.Stdout, f)
}

func okGoroutineGoesOn(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	go follow(f)
	return nil
}

func follow(f *os.File) {
	for {
		io.Copy(os.Stdout, f)
	}
}

func okGoroutineStartsAnother(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	go again(f, 3)
	return nil
}

func again(f *os.File, times int) {
	if times > 0 {
		go again(f, times-1)
		return
	}
	f.Close()
}

func goroutineOnlyReads(path string) error {
	f, err := os.Open(path) // want "never closed"
	if err != nil {
		return err
	}
	go show(f)
	return nil
}

func show(f *os.File) {
	io.Copy(os.Stdout, f)
}

func goroutineClosesSometimes(path string) error {
	f, err := os.Open(path) // want "not closed on every path"
	if err != nil {
		return err
	}
	go showSome(f)
	return nil
}

func showSome(f *os.File) {
	if _, err := io.CopyN(os.Stdout, f, 10); err != nil {
		return
	}
	f.Close()
}

func goroutineReadsView(path string) error {
	f, err := os.Open(path) // want "never closed"
	if err != nil {
		return err
	}
	done := make(chan struct{})
	go showAll(bufio.NewReader(f), done)
	<-done
	return nil
}

func showAll(r io.Reader, done chan struct{}) {
	defer close(done)
	io.Copy(os.Stdout, r)
}
