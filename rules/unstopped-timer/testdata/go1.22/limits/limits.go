// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import "time"

// A helper that stops on one of its paths counts as one that stops.
func unseenHelper(d time.Duration, isDone bool) {
	t := time.NewTimer(d)
	stopIf(t, isDone)
}

func stopIf(t *time.Timer, isDone bool) {
	if isDone {
		t.Stop()
	}
}

// Started again after it has fired, the timer is one that must be stopped.
func unseenReset(d time.Duration) {
	t := time.NewTimer(d)
	<-t.C
	t.Reset(d)
}
