// Package barechannel keeps no more of its tickers than the channel, or not even that.
package barechannel

import (
	"context"
	"fmt"
	"time"
)

func watch(ctx context.Context, check func()) {
	tick := time.Tick(time.Second) // want "the ticker of time.Tick can never be stopped"
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
	for range time.Tick(time.Second) { // want "the ticker of time.Tick can never be stopped"
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
		case <-time.Tick(time.Minute): // want "the ticker of time.Tick can never be stopped"
			fmt.Println("idle")
		}
	}
}

func pause() {
	<-time.Tick(time.Second)        // want "time.Tick can never be stopped"
	<-time.NewTicker(time.Second).C // want "the ticker of time.NewTicker can never be stopped"
}

func onlyChannel(done <-chan struct{}) {
	c := time.NewTicker(time.Second).C // want "time.NewTicker can never be stopped"
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
		tick = time.NewTicker(interval).C // want "time.NewTicker can never be stopped"
	}
	select {
	case <-tick:
	case <-done:
	}
}

func thrownAway(d time.Duration) {
	time.NewTicker(d)     // want "time.NewTicker can never be stopped"
	_ = time.NewTicker(d) // want "time.NewTicker can never be stopped"
	_ = time.Tick(d)      // want "time.Tick can never be stopped"
}

func inParentheses(d time.Duration) {
	<-(time.Tick(d))   // want "time.Tick can never be stopped"
	<-((time.Tick)(d)) // want "can never be stopped"
}
