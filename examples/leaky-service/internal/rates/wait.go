package rates

import (
	"context"
	"time"
)

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
