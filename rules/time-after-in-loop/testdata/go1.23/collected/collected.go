// Package collected is built as Go 1.23, where a timer that nobody refers to is garbage.
package collected

import "time"

func okCollected(events <-chan int, handle func(int)) {
	for {
		select {
		case e := <-events:
			handle(e)
		case <-time.After(time.Hour):
			return
		}
	}
}
