// Package async is built as Go 1.23 with the timers of older versions.
package async

import "time"

func neverStopped(d time.Duration) {
	t := time.NewTicker(d) // want `t, the ticker that time\.NewTicker starts, is never stopped$`
	<-t.C
}
