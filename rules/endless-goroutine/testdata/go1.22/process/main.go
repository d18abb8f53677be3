// Command process has goroutines that live as long as it does, and some that should not.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	go okForEver("metrics")
	go func() {
		for {
			fmt.Println("alive")
			time.Sleep(time.Minute)
		}
	}()
	okStartOnce(ctx)
	okOnce(ctx)
	okOnceFunc()
	for _, name := range os.Args {
		for range 2 {
			go okForEver(name)
		}
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		go okForEver(lines.Text()) // want "can never end"
	}
	for name := range names() {
		go okForEver(name) // want "can never end"
	}
	okTwice(ctx)
	okTwice(ctx)
	func() {
		go okForEver("literal")
	}()
	<-ctx.Done()
}

func names() chan string { return make(chan string) }

func init() {
	go okForEver("init")
}

var started = func() bool {
	go okForEver("package variable")
	return true
}()

func okForEver(name string) {
	for {
		fmt.Println(name)
		time.Sleep(time.Minute)
	}
}

func okStartOnce(ctx context.Context) {
	go okForEver("once")
}

var once sync.Once

func okOnce(ctx context.Context) {
	once.Do(func() {
		go okForEver("once")
	})
}

var okOnceFunc = sync.OnceFunc(func() {
	go okForEver("once")
})

// Two goroutines are two, however long the process runs.
func okTwice(ctx context.Context) {
	okAgain(ctx)
	okAgain(ctx)
}

func okAgain(ctx context.Context) {
	go okForEver("again")
}

// Each call starts another.
func every(ctx context.Context, depth int) {
	go okForEver("every") // want "can never end"
	if depth > 0 {
		every(ctx, depth-1)
	}
}
