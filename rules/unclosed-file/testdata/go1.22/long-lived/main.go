// Command longlived keeps files open for as long as it runs.
package main

import (
	"fmt"
	"io"
	"os"
	"sync"
)

func main() {
	f, err := os.Open("input.txt")
	if err != nil {
		os.Exit(1)
	}
	b, _ := io.ReadAll(f)
	fmt.Println(len(b))
	okCalledOnceByMain()
	okCalledOnceByOther()
	for _, path := range os.Args {
		notOnce(path)
	}
	twice()
	twice()
	okOnce()
	okOnceFunc()
	okLockHeldForever()
	okEndlessLoop("commands")
	func() {
		lock, _ := os.Create("main.lock")
		fmt.Fprintln(lock, os.Getpid())
	}()
}

func init() {
	f, err := os.OpenFile("pid", os.O_CREATE|os.O_WRONLY, 0o644)
	if err == nil {
		fmt.Fprintln(f, os.Getpid())
	}
}

// What a package variable is initialised with lives as long as the package.
var size = func() int64 {
	f, err := os.Open("table")
	if err != nil {
		return 0
	}
	n, _ := io.Copy(io.Discard, f)
	return n
}()

func okCalledOnceByMain() {
	f, err := os.Create("run.log")
	if err == nil {
		fmt.Fprintln(f, "started")
	}
	lower()
}

func lower() { okCalledOnceByLower() }

func okCalledOnceByLower() {
	f, _ := os.Create("lower.log")
	fmt.Fprintln(f, "started")
}

var once sync.Once

func okOnce() {
	once.Do(func() {
		f, _ := os.Create("once.log")
		fmt.Fprintln(f, "started")
	})
}

var okOnceFunc = sync.OnceFunc(func() {
	f, _ := os.Create("once-func.log")
	fmt.Fprintln(f, "started")
})

func okLockHeldForever() {
	f, err := os.OpenFile("lock", os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		os.Exit(1)
	}
	fmt.Fprintln(f, os.Getpid())
}

// The function never ends, so there is no moment to close the file in.
func okEndlessLoop(path string) {
	f, _ := os.Open(path)
	line := make([]byte, 80)
	for {
		f.Read(line)
		fmt.Printf("%s\n", line)
	}
}

func notOnce(path string) {
	f, err := os.Open(path) // want "is never closed"
	if err == nil {
		io.Copy(io.Discard, f)
	}
}

func twice() {
	f, err := os.Open("twice") // want "is never closed"
	if err == nil {
		io.Copy(io.Discard, f)
	}
}
