// Package barechannel keeps no more of its tickers than the channel, or not even that.
package barechannel

import (
	"context"
	"fmt"
	"time"
)

func watch(ctx context.Context, check func()) {
	tick := time.Tick(time.Second) // want `tick, the ticker that time\.Tick starts, is never stopped`
	for {
		select {
		case <-tick:
			check()
		case <-ctx.Done():
			return
		}
	}
}

func waitUntil(ready func() bool) {
	for range time.Tick(time.Second) { // want "the ticker that time.Tick starts is thrown away"
		if ready() {
			return
		}
	}
}

// A new ticker for each turn, and none of them ever stops.
func everyTurn(jobs <-chan func()) {
	for {
		select {
		case job := <-jobs:
			job()
		case <-time.Tick(time.Minute): // want "the ticker that time.Tick starts is thrown away"
			fmt.Println("idle")
		}
	}
}

func pause() {
	<-time.Tick(time.Second)        // want `the ticker that time\.Tick starts is thrown away`
	<-time.NewTicker(time.Second).C // want "the ticker that time.NewTicker starts is thrown away"
}

func onlyChannel(done <-chan struct{}) {
	c := time.NewTicker(time.Second).C // want `c, the ticker that time\.NewTicker starts, is never stopped`
	for {
		select {
		case <-c:
		case <-done:
			return
		}
	}
}

func optional(interval time.Duration, done <-chan struct{}) {
	var tick <-chan time.Time
	if interval > 0 {
		tick = time.NewTicker(interval).C // want `tick, the ticker that time\.NewTicker starts, is never stopped`
	}
	select {
	case <-tick:
	case <-done:
	}
}

func thrownAway(d time.Duration) {
	time.NewTicker(d)     // want `the ticker that time\.NewTicker starts is thrown away`
	_ = time.NewTicker(d) // want `the ticker that time\.NewTicker starts is thrown away`
	_ = time.Tick(d)      // want `the ticker that time\.Tick starts is thrown away`
}

func inParentheses(d time.Duration) {
	<-(time.Tick(d))   // want `the ticker that time\.Tick starts is thrown away`
	<-((time.Tick)(d)) // want "can never be stopped"
}
