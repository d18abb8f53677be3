// Package endsprocess has functions that never come back: the process ends with its files.
package endsprocess

import (
	"fmt"
	"log"
	"os"
	"runtime"
)

func okExit(path string, reason error) {
	f, err := os.Create(path)
	if err == nil {
		fmt.Fprintln(f, reason)
	}
	os.Exit(1)
}

func okFatal(path string, reason error) {
	f, _ := os.Create(path)
	fmt.Fprintln(f, reason)
	log.Fatalf("see %s", path)
}

func okPanic(path string, reason error) {
	f, _ := os.Create(path)
	fmt.Fprintln(f, reason)
	panic(reason)
}

func okWrapper(path string, reason error) {
	f, _ := os.Create(path)
	fmt.Fprintln(f, reason)
	dieLater(reason)
}

func dieLater(reason error) {
	fmt.Fprintln(os.Stderr, reason)
	die(1)
}

func die(code int) { os.Exit(code) }

func okGoexit(path string) {
	f, _ := os.Create(path)
	fmt.Fprintln(f, "done")
	runtime.Goexit()
}

func okEndlessAfterwards(path string, requests <-chan string) {
	f, _ := os.Create(path)
	for {
		fmt.Fprintln(f, <-requests)
	}
}

func okEndlessUntilExit(path string, requests <-chan string) {
	f, _ := os.Create(path)
	for {
		if _, err := fmt.Fprintln(f, <-requests); err != nil {
			log.Fatal(err)
		}
	}
}

// The goroutine uses the file for ever.
func okEndlessGoroutine(path string, requests <-chan string) {
	f, err := os.Create(path)
	if err != nil {
		return
	}
	go func() {
		for {
			fmt.Fprintln(f, <-requests)
		}
	}()
}

func comesBack(path string, reason error) error {
	f, _ := os.Create(path) // want "is never closed"
	if _, err := fmt.Fprintln(f, reason); err == nil {
		return reason
	}
	os.Exit(1)
	return nil
}

func mayDie(path string, reason error) {
	f, _ := os.Create(path) // want "is never closed"
	fmt.Fprintln(f, reason)
	perhaps(reason)
}

func perhaps(reason error) {
	if reason != nil {
		os.Exit(1)
	}
}

// Each turn opens another file, although the function never ends.
func everyTurn(paths <-chan string) {
	for {
		f, _ := os.Create(<-paths) // want `f, the file that os\.Create opens, gets another value`
		fmt.Fprintln(f, "x")
	}
}
