// Package polled asks a server again and again.
package polled

import (
	"context"
	"net/http"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
)

// The context is cancelled when the polling ends, and the connections with it, which is better than nothing.
func polls(ctx context.Context, url string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(ctx context.Context) (bool, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return false, nil
		}
		resp, err := http.DefaultClient.Do(req) // want "never closed"
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
}

// This one is not told of the end.
func pollsWithout(ctx context.Context, url string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(context.Context) (bool, error) {
		resp, err := http.Get(url) // want "never closed"
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
}
