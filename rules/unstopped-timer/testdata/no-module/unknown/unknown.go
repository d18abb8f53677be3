// Package unknown is in no module, so that nothing says which Go will build it.
package unknown

import "time"

func reset(d time.Duration) {
	t := time.NewTimer(d) // want `t, the timer that time\.NewTimer starts, is never stopped \(if built as go < 1\.23\)$`
	t.Reset(2 * d)
}
