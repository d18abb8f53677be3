package rates

import (
	"context"
	"log"
	"time"
)

// Poller gets rates again and again.
type Poller struct {
	client *Client
	pause  time.Duration
}

// NewPoller polls with a pause in between.
func NewPoller(client *Client, pause time.Duration) *Poller {
	return &Poller{client: client, pause: pause}
}

// Start begins to poll. Stop does not end that.
func (p *Poller) Start() {
	go func() { // leak: endless-goroutine
		for {
			if err := p.client.Refresh(context.Background()); err != nil {
				log.Print(err)
			}
			time.Sleep(p.pause)
		}
	}()
}

// Stop closes the connections that are not in use.
func (p *Poller) Stop() {
	p.client.http.CloseIdleConnections()
}

// Follower polls until it is closed.
type Follower struct {
	cancel context.CancelFunc
}

// Follow begins to poll; Close ends it.
func Follow(client *Client, pause time.Duration) *Follower {
	ctx, cancel := context.WithCancel(context.Background())
	f := &Follower{cancel: cancel}
	go func() {
		ticker := time.NewTicker(pause)
		defer ticker.Stop()
		for {
			if err := client.Refresh(ctx); err != nil {
				log.Print(err)
			}
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
	}()
	return f
}

// Close ends the polling.
func (f *Follower) Close() {
	f.cancel()
}
