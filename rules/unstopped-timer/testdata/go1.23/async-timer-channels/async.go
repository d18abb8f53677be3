// Package async brings the timers of Go 1.22 back.
package async

import "time"

func reset(d time.Duration) {
	t := time.NewTimer(d) // want `is never stopped$`
	t.Reset(2 * d)
}
