// Package time has the name of the standard library's, and tickers that hold nothing.
package time

type Ticker struct{ C chan int }

func NewTicker(int) *Ticker { return &Ticker{} }
