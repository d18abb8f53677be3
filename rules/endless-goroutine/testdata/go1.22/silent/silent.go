// Package silent starts goroutines that run for ever, where nothing shows that they should not, or that they do.
package silent

import (
	"context"
	"time"
)

func okNothingSaysEnd() {
	go loop()
}

func loop() {
	for {
		time.Sleep(time.Second)
	}
}

func okFunctionValue(ctx context.Context, run func()) {
	go run()
}

type runner interface{ Run() }

func okInterface(ctx context.Context, r runner) {
	go r.Run()
}

type service struct{ inner runner }

func (s *service) okField(ctx context.Context) {
	go s.inner.Run()
}

func okMap(ctx context.Context, runs map[string]func()) {
	go runs["x"]()
}

func okMethodOfResult(ctx context.Context, find func() runner) {
	go find().Run()
}

func okBuiltin(ctx context.Context, m map[string]int) {
	go clear(m)
}

// Not a goroutine.
func okEndlessFunction(ctx context.Context) {
	for {
		time.Sleep(time.Second)
	}
}

func okDeferred(ctx context.Context) {
	defer loop()
}

func okCalledInGoroutine(ctx context.Context) {
	go func() {
		time.Sleep(time.Second)
	}()
	loop()
}
