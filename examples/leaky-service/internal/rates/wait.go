package rates

import (
	"context"
	"errors"
	"time"
)

// ErrNotReady says that no rates came in time.
var ErrNotReady = errors.New("rates: not ready")

// WaitReady returns when there are rates. Its ticker ticks on after that.
func (c *Client) WaitReady(ctx context.Context) error {
	ticker := time.NewTicker(100 * time.Millisecond) // leak: unstopped-ticker
	for !c.Ready() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
	return nil
}

// WaitRate returns when the rate of a currency is there.
func (c *Client) WaitRate(ctx context.Context, code string) (float64, error) {
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		if rate, ok := c.Rate(code); ok {
			return rate, nil
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-ticker.C:
		}
	}
}

// Retry gets rates, several times if need be. Nothing can stop what time.Tick starts.
func (c *Client) Retry(ctx context.Context, times int) error {
	tick := time.Tick(time.Second) // leak: unstopped-ticker
	for range times {
		if c.Refresh(ctx) == nil {
			return nil
		}
		<-tick
	}
	return ErrNotReady
}

// RetryWithin gets rates until there are some or the time is over. Only the channel of the ticker is kept.
func (c *Client) RetryWithin(ctx context.Context, limit time.Duration) error {
	over := time.NewTicker(limit).C // leak: unstopped-ticker
	for c.Refresh(ctx) != nil {
		select {
		case <-over:
			return ErrNotReady
		default:
		}
	}
	return nil
}

// RetrySlowly gets rates, waiting longer each time.
func (c *Client) RetrySlowly(ctx context.Context, times int) error {
	wait := time.Second
	for range times {
		if c.Refresh(ctx) == nil {
			return nil
		}
		time.Sleep(wait)
		wait *= 2
	}
	return ErrNotReady
}
