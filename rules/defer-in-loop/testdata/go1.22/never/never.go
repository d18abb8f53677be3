// Package never defers calls in functions that do not come back.
package never

import (
	"context"
	"log"
	"os"
	"sync"
	"time"
)

func endless(mu *sync.Mutex, jobs <-chan func()) {
	for {
		job := <-jobs
		mu.Lock()
		defer mu.Unlock() // want "waits for a lock"
		job()
	}
}

func waitsAfterwards(ctx context.Context, call func(context.Context)) {
	for range 100 {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want "never runs"
		call(ctx)
	}
	select {}
}

// Deferred calls do not run when the process ends.
func exits(paths <-chan string) {
	for path := range paths {
		f, err := os.Open(path)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close() // want "never runs"
		f.Sync()
	}
	os.Exit(0)
}

func panics(paths <-chan string) {
	for path := range paths {
		f, err := os.Open(path)
		if err != nil {
			panic(err)
		}
		defer f.Close() // want "the calls pile up until panics returns"
		f.Sync()
	}
	select {}
}
