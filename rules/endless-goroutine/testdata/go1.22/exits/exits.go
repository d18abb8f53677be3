// Package exits has loops that look endless and can be left.
package exits

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"sync"
	"time"
)

func okReturn(ctx context.Context, stop <-chan struct{}) {
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

func okBreak(ctx context.Context, next func() error) {
	go func() {
		for {
			if next() != nil {
				break
			}
		}
	}()
}

func okLabelledBreakFromSelect(ctx context.Context, tick <-chan time.Time) {
	go func() {
	loop:
		for {
			select {
			case <-ctx.Done():
				break loop
			case <-tick:
			}
		}
	}()
}

func okLabelledBreakOfOuterLoop(ctx context.Context, next func() error) {
	go func() {
	outer:
		for range 3 {
			for {
				if next() != nil {
					break outer
				}
			}
		}
	}()
}

func okContinueOfOuterLoop(ctx context.Context, next func() error) {
	go func() {
	outer:
		for range 3 {
			for {
				if next() != nil {
					continue outer
				}
			}
		}
	}()
}

func okGoto(ctx context.Context, next func() error) {
	go func() {
		for {
			if next() != nil {
				goto done
			}
		}
	done:
		fmt.Println("done")
	}()
}

func okCondition(ctx context.Context, running func() bool) {
	go func() {
		for running() {
			time.Sleep(time.Second)
		}
	}()
}

func okConditionInClause(ctx context.Context) {
	go func() {
		for end := time.Now().Add(time.Minute); time.Now().Before(end); {
			time.Sleep(time.Second)
		}
	}()
}

func okRangeOverChannel(ctx context.Context, lines <-chan string) {
	go func() {
		for line := range lines {
			fmt.Println(line)
		}
	}()
}

func okRangeOverFunction(ctx context.Context, each func(func(int) bool)) {
	go each(func(int) bool { return ctx.Err() == nil })
}

func okReturnOnError(ctx context.Context, r io.Reader, b []byte) {
	go func() {
		for {
			if _, err := r.Read(b); errors.Is(err, io.EOF) {
				return
			}
		}
	}()
}

func okPanic(ctx context.Context, next func() error) {
	go func() {
		for {
			if err := next(); err != nil {
				panic(err)
			}
		}
	}()
}

func okExit(ctx context.Context, next func() error) {
	go func() {
		for {
			if next() != nil {
				os.Exit(1)
			}
		}
	}()
}

func okFatal(ctx context.Context, next func() error) {
	go func() {
		for {
			if err := next(); err != nil {
				log.Fatal(err)
			}
		}
	}()
}

func okLoggerFatal(ctx context.Context, logger *log.Logger, next func() error) {
	go func() {
		for {
			if err := next(); err != nil {
				logger.Fatalln(err)
			}
		}
	}()
}

func okGoexit(ctx context.Context, next func() error) {
	go func() {
		for {
			if next() != nil {
				runtime.Goexit()
			}
		}
	}()
}

func okWrapperOfExit(ctx context.Context, next func() error) {
	go func() {
		for {
			check(next())
		}
	}()
}

func check(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func okMethodThatExits(ctx context.Context, next func() error) {
	var c checker
	go func() {
		for {
			c.check(next())
		}
	}()
}

type checker struct{}

func (checker) check(err error) {
	if err != nil {
		panic(err)
	}
}

func okExitInClosure(ctx context.Context, next func() error) {
	go func() {
		for {
			func() {
				if next() != nil {
					os.Exit(1)
				}
			}()
		}
	}()
}

func okWaitGroup(ctx context.Context, n int, work func()) {
	var wg sync.WaitGroup
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}

func okNoLoop(ctx context.Context, results chan<- error, work func() error) {
	go func() { results <- work() }()
}

// The loop is in a closure that this goroutine does not run.
func okLoopInClosure(ctx context.Context, later func(func())) {
	go func() {
		later(func() {
			for {
				time.Sleep(time.Second)
			}
		})
	}()
}

// Whoever closes the channel ends it.
func okRecover(ctx context.Context, numbers chan<- int) {
	go func() {
		defer func() { recover() }()
		for i := 0; ; i++ {
			numbers <- i
		}
	}()
}

// A panic that nobody recovers from ends the process, and is no way out.
func noRecover(ctx context.Context, numbers chan<- int) {
	go func() { // want "can never end"
		defer func() { numbers <- -1 }()
		for i := 0; ; i++ {
			numbers <- i
		}
	}()
}
