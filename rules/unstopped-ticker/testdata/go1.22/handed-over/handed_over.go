// Package handedover gives tickers, or their channels, to somebody who may need them for ever or stop them.
package handedover

import (
	"context"
	"time"
)

func okReturned(d time.Duration) *time.Ticker {
	t := time.NewTicker(d)
	return t
}

func okReturnedCall(d time.Duration) *time.Ticker { return time.NewTicker(d) }

func okNamedResult(d time.Duration) (t *time.Ticker) {
	t = time.NewTicker(d)
	return
}

type poller struct {
	ticker *time.Ticker
	tick   <-chan time.Time
	stop   func()
}

func okField(d time.Duration) *poller {
	return &poller{ticker: time.NewTicker(d)}
}

func (p *poller) okAssignedField(d time.Duration) {
	p.ticker = time.NewTicker(d)
}

func okStopFunction(d time.Duration) *poller {
	t := time.NewTicker(d)
	return &poller{tick: t.C, stop: t.Stop}
}

func okChannelInField(d time.Duration) *poller {
	t := time.NewTicker(d)
	return &poller{tick: t.C}
}

func okChannelInFieldAtOnce(d time.Duration) *poller {
	return &poller{tick: time.NewTicker(d).C}
}

func (p *poller) okTickInField(d time.Duration) {
	p.tick = time.Tick(d)
}

func okChannelReturned(d time.Duration) <-chan time.Time {
	t := time.NewTicker(d)
	return t.C
}

func okTickReturned(d time.Duration) <-chan time.Time { return time.Tick(d) }

func okTickVariableReturned(d time.Duration) <-chan time.Time {
	tick := time.Tick(d)
	return tick
}

func okTickNamedResult(d time.Duration) (tick <-chan time.Time) {
	tick = time.Tick(d)
	return
}

func okChannelArgument(ctx context.Context, d time.Duration, run func(context.Context, <-chan time.Time)) {
	t := time.NewTicker(d)
	go run(ctx, t.C)
}

func okTickArgument(ctx context.Context, d time.Duration, run func(context.Context, <-chan time.Time)) {
	go run(ctx, time.Tick(d))
}

var heartbeat <-chan time.Time

func okPackageVariable(d time.Duration) {
	heartbeat = time.Tick(d)
}

func okSent(d time.Duration, tickers chan<- *time.Ticker) {
	tickers <- time.NewTicker(d)
}

func okMapEntry(d time.Duration, tickers map[string]*time.Ticker) {
	tickers["x"] = time.NewTicker(d)
}

func okAppended(d time.Duration, tickers []*time.Ticker) []*time.Ticker {
	t := time.NewTicker(d)
	return append(tickers, t)
}

func okCapturedByOwner(d time.Duration) (next func() time.Time, stop func()) {
	t := time.NewTicker(d)
	return func() time.Time { return <-t.C }, func() { t.Stop() }
}

func okSecondName(d time.Duration) {
	t := time.NewTicker(d)
	u := t
	defer u.Stop()
}

func okDereferenced(d time.Duration) time.Ticker {
	t := time.NewTicker(d)
	return *t
}
