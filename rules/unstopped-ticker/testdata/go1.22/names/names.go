// Package names has things that are called like those that start tickers.
package names

import (
	gotime "time"

	"example.com/fixture/time"
)

// This time is a package of the module.
func okOtherPackage() {
	t := time.NewTicker(1)
	<-t.C
}

type clock struct{}

func (clock) NewTicker(gotime.Duration) *gotime.Ticker    { return nil }
func (clock) Tick(gotime.Duration) (c <-chan gotime.Time) { return c }

func okLocalVariable(d gotime.Duration) {
	var time clock
	t := time.NewTicker(d)
	<-t.C
}

func okParameter(time clock, d gotime.Duration) {
	<-time.Tick(d)
}

func okMethod(c clock, d gotime.Duration) {
	<-c.NewTicker(d).C
}

func okOwnFunction() {
	t := NewTicker()
	<-t.C
}

// NewTicker is no time.NewTicker.
func NewTicker() *time.Ticker { return time.NewTicker(1) }

func okTimer(d gotime.Duration) {
	t := gotime.NewTimer(d)
	<-t.C
	<-gotime.After(d)
}

func aliased(d gotime.Duration) {
	t := gotime.NewTicker(d) // want `t, the ticker that gotime\.NewTicker starts, is never stopped`
	<-t.C
	<-gotime.Tick(d) // want `the ticker that gotime\.Tick starts is thrown away`
}
