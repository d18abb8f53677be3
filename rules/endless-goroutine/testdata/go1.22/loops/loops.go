// Package loops has endless loops of all shapes, each in a goroutine that ought to end with its context.
package loops

import (
	"context"
	"fmt"
	"time"
)

func bare(ctx context.Context) {
	go func() { // want "can never end"
		for {
		}
	}()
}

func threeParts(ctx context.Context) {
	go func() { // want "can never end"
		for i := 0; ; i++ {
			fmt.Println(i)
		}
	}()
}

func conditionTrue(ctx context.Context) {
	go func() { // want "can never end"
		for true {
			time.Sleep(time.Second)
		}
	}()
}

func afterOtherCode(ctx context.Context, ready bool) {
	go func() { // want "can never end"
		if !ready {
			return
		}
		for range 3 {
			time.Sleep(time.Second)
		}
		for {
			time.Sleep(time.Second)
		}
	}()
}

func breakInSelect(ctx context.Context, tick <-chan time.Time) {
	go func() { // want "can never end"
		for {
			select {
			case <-ctx.Done():
				break
			case <-tick:
			}
		}
	}()
}

func breakInSwitch(ctx context.Context, next func() int) {
	go func() { // want "can never end"
		for {
			switch next() {
			case 0:
				break
			default:
				continue
			}
		}
	}()
}

func breakInTypeSwitch(ctx context.Context, next func() any) {
	go func() { // want "can never end"
		for {
			switch next().(type) {
			case error:
				break
			}
		}
	}()
}

func breakOfInnerLoop(ctx context.Context, next func() bool) {
	go func() { // want "can never end"
		for {
			for next() {
				break
			}
		}
	}()
}

func labelInside(ctx context.Context, next func() bool) {
	go func() { // want "can never end"
		for {
		inner:
			for {
				if next() {
					break inner
				}
				continue inner
			}
		}
	}()
}

func continueItself(ctx context.Context, next func() bool) {
	go func() { // want "can never end"
	again:
		for {
			for {
				if next() {
					continue again
				}
			}
		}
	}()
}

// The return belongs to the closure, not to the goroutine.
func returnOfClosure(ctx context.Context, each func(func() bool)) {
	go func() { // want "can never end"
		for {
			each(func() bool {
				return ctx.Err() != nil
			})
			func() {
				return
			}()
		}
	}()
}

func noSelectCase(ctx context.Context) {
	go func() { // want "can never end"
		for {
			select {
			case <-time.After(time.Second):
			default:
			}
		}
	}()
}

func nestedGoroutine(ctx context.Context) {
	go func() {
		go func() { // want "can never end"
			for {
				time.Sleep(time.Second)
			}
		}()
	}()
}

// A function of this name ends nothing.
func shadowedPanic(ctx context.Context, next func() error) {
	panic := func(err error) { fmt.Println(err) }
	go func() { // want "can never end"
		for {
			if err := next(); err != nil {
				panic(err)
			}
		}
	}()
}
