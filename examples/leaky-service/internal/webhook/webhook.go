// Package webhook tells other services of uploads.
package webhook

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

const patience = 5 * time.Second

// Event is what receivers are told.
type Event struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

var client = &http.Client{
	Timeout:   patience,
	Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}},
}

// Ping says whether a receiver answers. Its transport keeps the connection of each call.
func Ping(url string) error {
	strict := &http.Client{
		Timeout:   patience,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}, // leak: transport-per-request
	}
	response, err := strict.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}

// Send tells a receiver of an event. If the receiver is not to be trusted, the context waits for its deadline.
func Send(ctx context.Context, url string, event Event) error {
	ctx, cancel := context.WithTimeout(ctx, patience) // leak: lost-cancel
	if !strings.HasPrefix(url, "https://") {
		return errors.New("events are told over TLS only")
	}
	body, err := json.Marshal(event)
	if err != nil {
		return err
	}
	defer cancel()
	return post(ctx, url, body)
}

// SendAll tells several receivers of an event.
func SendAll(ctx context.Context, urls []string, event Event) error {
	body, err := json.Marshal(event)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, url := range urls {
		if err := post(ctx, url, body); err != nil {
			return err
		}
	}
	return nil
}

// Retry sends an event again after a pause. When the context ends first, the timer goes on.
func Retry(ctx context.Context, url string, event Event, pause time.Duration) error {
	timer := time.NewTimer(pause) // leak: unstopped-timer
	select {
	case <-timer.C:
		return Send(ctx, url, event)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// RetryAll sends an event to several receivers again after a pause.
func RetryAll(ctx context.Context, urls []string, event Event, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return SendAll(ctx, urls, event)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func post(ctx context.Context, url string, body []byte) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("webhook: %s", response.Status)
	}
	return nil
}
