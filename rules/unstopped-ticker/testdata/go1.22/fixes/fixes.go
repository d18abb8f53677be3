// Package fixes shows where a deferred Stop is offered as a fix, and where it is left to a person.
package fixes

import "time"

func plain(d time.Duration) {
	ticker := time.NewTicker(d) // want "is never stopped"
	<-ticker.C
}

func inGoroutine(d time.Duration, done chan<- struct{}) {
	go func() {
		ticker := time.NewTicker(d) // want "is never stopped"
		<-ticker.C
		close(done)
	}()
}

// No fix: a defer would pile up until the function ends.
func inLoop(n int, d time.Duration) {
	for range n {
		ticker := time.NewTicker(d) // want `ticker, the ticker that time\.NewTicker starts, gets another value`
		<-ticker.C
	}
}

// No fix: there is no variable to stop.
func bare(d time.Duration) {
	<-time.Tick(d) // want "can never be stopped"
}

// No fix: more follows on the line.
func crowded(d time.Duration) { ticker := time.NewTicker(d); <-ticker.C } // want "is never stopped"
