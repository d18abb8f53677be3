// Command process has goroutines that live as long as it does, and some that should not.
package main

import (
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
		go okForEver(name) // want "can never end"
	}
	every(ctx)
	every(ctx)
	func() {
		go okForEver("literal")
	}()
	<-ctx.Done()
}

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

func every(ctx context.Context) {
	go okForEver("every") // want "can never end"
}
