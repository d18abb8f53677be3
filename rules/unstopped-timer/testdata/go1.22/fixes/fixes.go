// Package fixes shows where a defer is suggested, and where not.
package fixes

import "time"

func plain(d time.Duration) {
	t := time.NewTimer(d) // want "is never stopped"
	t.Reset(2 * d)
}

func inGoroutine(work func()) {
	go func() {
		expiry := time.NewTimer(time.Minute) // want "is never stopped"
		expiry.Reset(time.Hour)
		work()
	}()
}

// A suggestion: in a block a defer still waits for the end of the function.
func inBlock(d time.Duration) {
	if d > 0 {
		t := time.NewTimer(d) // want "is never stopped"
		t.Reset(2 * d)
	}
}

func assigned(d time.Duration) {
	var t *time.Timer
	t = time.NewTimer(d) // want "is never stopped"
	t.Reset(2 * d)
}
