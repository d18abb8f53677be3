// Package collected is built as Go 1.23, from which on tickers that nobody refers to are garbage.
package collected

import "time"

func okNeverStopped(d time.Duration) {
	t := time.NewTicker(d)
	<-t.C
}

func okTick(d time.Duration) {
	<-time.Tick(d)
}

func okThrownAway(d time.Duration) {
	time.NewTicker(d)
}
