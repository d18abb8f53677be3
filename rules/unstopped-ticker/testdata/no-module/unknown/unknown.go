// Package unknown is in no module, so that nothing says which Go will build it.
package unknown

import "time"

func neverStopped(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped \(if built as go < 1\.23\)$`
	<-t.C
}

func tick(d time.Duration) {
	<-time.Tick(d) // want `can never be stopped \(if built as go < 1\.23\)$`
}

func okStopped(d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	<-t.C
}
