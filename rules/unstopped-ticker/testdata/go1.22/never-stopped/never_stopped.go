// Package neverstopped keeps its tickers in variables and never stops them.
package neverstopped

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func waitUntil(ready func() bool, timeout time.Duration) error {
	ticker := time.NewTicker(50 * time.Millisecond) // want "ticker, the ticker that time.NewTicker starts, is never stopped"
	deadline := time.Now().Add(timeout)
	for now := range ticker.C {
		if ready() {
			return nil
		}
		if now.After(deadline) {
			break
		}
	}
	return errors.New("timeout")
}

func watch(ctx context.Context, check func()) {
	ticker := time.NewTicker(time.Second) // want `ticker, the ticker that time\.NewTicker starts, is never stopped`
	for {
		select {
		case <-ticker.C:
			check()
		case <-ctx.Done():
			return
		}
	}
}

func once(d time.Duration) time.Time {
	var t *time.Ticker
	t = time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	return <-t.C
}

func inVar(d time.Duration) time.Time {
	var t = time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	return <-(t.C)
}

func received(d time.Duration) bool {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	now, ok := <-t.C
	fmt.Println(now)
	return ok
}

func pollAll(services []string, probe func(string) bool) {
	for _, service := range services {
		t := time.NewTicker(time.Second) // want `t, the ticker that time\.NewTicker starts, gets another value`
		for !probe(service) {
			<-t.C
		}
	}
}

// Resetting is not stopping.
func slower(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	<-t.C
	t.Reset(2 * d)
	<-t.C
}

func twoAtOnce(d time.Duration, done <-chan struct{}) {
	fast, slow := time.NewTicker(d), time.NewTicker(10*d) // want `slow, the ticker that time\.NewTicker starts, is never stopped`
	defer fast.Stop()
	for {
		select {
		case <-fast.C:
		case <-slow.C:
		case <-done:
			return
		}
	}
}

func inGoroutine(done <-chan struct{}, flush func()) {
	go func() {
		t := time.NewTicker(time.Minute) // want `t, the ticker that time\.NewTicker starts, is never stopped`
		for {
			select {
			case <-t.C:
				flush()
			case <-done:
				return
			}
		}
	}()
}

// The goroutine ends, and nobody else can stop the ticker.
func usedByGoroutine(done chan<- struct{}) {
	t := time.NewTicker(time.Minute) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	go func() {
		<-t.C
		close(done)
	}()
}

// An endless function needs its ticker for ever, but not one from every turn.
func everyTurn(jobs <-chan func()) {
	for job := range jobs {
		for {
			t := time.NewTicker(time.Second) // want `t, the ticker that time\.NewTicker starts, gets another value`
			<-t.C
			job()
		}
	}
}

type worker struct{ stop chan struct{} }

func newWorker() *worker { return &worker{stop: make(chan struct{})} }

func (w *worker) run() {
	t := time.NewTicker(time.Second) // want `t, the ticker that time\.NewTicker starts, is never stopped`
loop:
	for {
		select {
		case <-t.C:
		case <-w.stop:
			break loop
		}
	}
}

func mentioned(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	_ = t
	if t != nil && t.C != nil {
		fmt.Println("started")
	}
}

// The ticker that is stopped is another one, which shadows it.
func shadowed(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped`
	<-t.C
	{
		t := time.NewTicker(2 * d)
		t.Stop()
	}
}
