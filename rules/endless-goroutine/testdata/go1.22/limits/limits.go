// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to
// be missed.
package limits

import (
	"context"
	"time"
)

// The endless loop is one call further.
func unseenOneCallFurther(ctx context.Context) {
	go func() {
		run()
	}()
}

func run() {
	for {
		time.Sleep(time.Second)
	}
}

// No caller ever sets the flag.
func unseenConditionThatHolds(ctx context.Context) {
	running := true
	go func() {
		for running {
			time.Sleep(time.Second)
		}
	}()
}

// The only exit is a case that never comes.
func unseenDeadExit(ctx context.Context) {
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Second):
			}
		}
	}()
}

// A closure held in a variable.
func unseenFunctionVariable(ctx context.Context) {
	poll := func() {
		for {
			time.Sleep(time.Second)
		}
	}
	go poll()
}

// Stuck in a channel operation rather than in a loop.
func unseenBlocked(ctx context.Context) {
	never := make(chan int)
	go func() {
		<-never
	}()
}

// Ranging over a channel that nobody closes.
func unseenRange(ctx context.Context) {
	jobs := make(chan int)
	go func() {
		for range jobs {
		}
	}()
	jobs <- 1
}
