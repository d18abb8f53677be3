// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"context"
	"time"
)

// The goroutine forgets one of its ways out. It counts as the one that stops the ticker.
func unseenGoroutine(ctx context.Context, poll func() bool) {
	ticker := time.NewTicker(time.Second) // want "is never"
	quit := make(chan struct{})
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				if poll() {
					return
				}
			case <-quit:
				ticker.Stop()
				return
			}
		}
	}()
}
