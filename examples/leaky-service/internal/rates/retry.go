package rates

import (
	"context"
	"errors"
	"time"
)

// ErrNotReady says that no rates came in time.
var ErrNotReady = errors.New("rates: not ready")

// Retry gets rates, once a second until it works. Nothing can stop what time.Tick starts.
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

// RetrySlowly gets rates, with a longer pause each time until it works.
func (c *Client) RetrySlowly(ctx context.Context, times int) error {
	pause := time.Second
	for range times {
		if c.Refresh(ctx) == nil {
			return nil
		}
		time.Sleep(pause)
		pause *= 2
	}
	return ErrNotReady
}

// RetryWithin gets rates until the time is over. Of the ticker only the channel is kept, so it ticks on.
func (c *Client) RetryWithin(ctx context.Context, limit time.Duration) error {
	over := time.NewTicker(limit).C // leak: unstopped-ticker
	for c.Refresh(ctx) != nil {
		select {
		case <-over:
			return ErrNotReady
		default:
			time.Sleep(time.Second)
		}
	}
	return nil
}

// RefreshWithin gets rates once, with a limit to the time it may take.
func (c *Client) RefreshWithin(ctx context.Context, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return c.Refresh(ctx)
}
