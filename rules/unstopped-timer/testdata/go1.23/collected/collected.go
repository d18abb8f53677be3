// Package collected is built as Go 1.23, where the collector finds timers that nobody refers to.
package collected

import (
	"errors"
	"time"
)

func okThrownAway(d time.Duration) { time.NewTimer(d) }

func okTimeout(result <-chan int) (int, error) {
	t := time.NewTimer(time.Minute)
	select {
	case n := <-result:
		return n, nil
	case <-t.C:
		return 0, errors.New("timeout")
	}
}
