// Package selects opens files, and does something with them, in the operands of select.
package selects

import (
	"context"
	"io"
	"os"
)

func okSentOrClosed(ctx context.Context, path string, files chan<- *os.File) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	select {
	case files <- f:
	case <-ctx.Done():
		return f.Close()
	}
	return nil
}

func sentOrForgotten(ctx context.Context, path string, files chan<- *os.File) error {
	f, err := os.Open(path) // want "return ctx.Err"
	if err != nil {
		return err
	}
	select {
	case files <- f:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

func closing(f *os.File) error { return f.Close() }

// The value is worked out whichever case is chosen.
func okClosedByOperand(ctx context.Context, path string, errs chan<- error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	select {
	case errs <- closing(f):
	case <-ctx.Done():
	}
	return nil
}

func okPassedInOperand(ctx context.Context, path string, watch func(*os.File) <-chan error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	select {
	case err = <-watch(f):
	case <-ctx.Done():
	}
	return err
}

func closedInTarget(ctx context.Context, path string, numbers <-chan int) error {
	f, err := os.Open(path) // want "return ctx.Err"
	if err != nil {
		return err
	}
	totals := map[error]int{}
	select {
	case totals[f.Close()] = <-numbers:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

func usedInOperand(ctx context.Context, path string, names chan<- string) error {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return err
	}
	select {
	case names <- f.Name():
	case <-ctx.Done():
	}
	return io.EOF
}
