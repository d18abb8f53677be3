// Command longlived needs its contexts for as long as it runs.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"
)

// A package variable lives as long as the process.
var root, _ = context.WithCancel(context.Background())

func main() {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt)
	okOnce(ctx)
	for range 3 {
		again(ctx)
	}
	inner, cancel := context.WithTimeout(ctx, time.Minute)
	if len(os.Args) == 1 {
		return
	}
	<-inner.Done()
	cancel()
}

func okOnce(parent context.Context) {
	ctx, _ := context.WithCancel(parent)
	<-ctx.Done()
}

// It is called for each turn of a loop.
func again(parent context.Context) {
	ctx, _ := context.WithTimeout(parent, time.Hour) // want "thrown away"
	<-ctx.Done()
}
