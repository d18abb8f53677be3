// Package answers defers in loops to close the bodies of responses.
package answers

import (
	"context"
	"io"
	"net/http"
	"time"
)

// What answers HEAD holds no connection.
func heads(client *http.Client, urls []string) error {
	for _, url := range urls {
		req, err := http.NewRequest(http.MethodHead, url, http.NoBody)
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "not when the turn ends"
	}
	return nil
}

func gets(client *http.Client, urls []string) error {
	for _, url := range urls {
		req, err := http.NewRequest(http.MethodGet, url, http.NoBody)
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "the calls pile up"
		io.Copy(io.Discard, resp.Body)
	}
	return nil
}

// The connection is closed when this function returns.
func send(client *http.Client, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), time.Second)
	defer cancel()
	return client.Do(req.WithContext(ctx))
}

func sendOn(client *http.Client, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), time.Second)
	defer cancel()
	req = req.WithContext(ctx)
	return client.Do(req)
}

func sentOn(client *http.Client, requests []*http.Request) error {
	for _, req := range requests {
		resp, err := sendOn(client, req)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "not when the turn ends"
	}
	return nil
}

func sent(client *http.Client, requests []*http.Request) error {
	for _, req := range requests {
		resp, err := send(client, req)
		if err != nil {
			return err
		}
		defer resp.Body.Close() // want "not when the turn ends"
	}
	return nil
}
