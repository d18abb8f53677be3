package scope

import (
	"testing"
	"time"
)

func TestPolling(t *testing.T) {
	go func() { // want "can never end"
		for {
			time.Sleep(time.Millisecond)
		}
	}()
}

func poll(tb testing.TB, ready func() bool) {
	tb.Helper()
	go func() { // want "can never end"
		for {
			ready()
		}
	}()
}

func okFailNowEndsIt(t *testing.T, step func() error) {
	go func() {
		for {
			check(t, step())
		}
	}()
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkPolling(b *testing.B) {
	done := make(chan struct{})
	defer close(done)
	go func() {
		for {
			select {
			case <-done:
				return
			default:
			}
		}
	}()
}
