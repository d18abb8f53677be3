// Package defaults is Go 1.23 that runs as Go 1.22 did.
package defaults

import "time"

func neverStopped(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped$`
	<-t.C
}
