// Package rates gets exchange rates from a bank's service.
package rates

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Client holds the rates as last seen.
type Client struct {
	url    string
	http   *http.Client
	mutex  sync.Mutex
	byCode map[string]float64
}

// NewClient gets rates from a URL.
func NewClient(url string) *Client {
	return &Client{url: url, http: &http.Client{Timeout: 10 * time.Second}}
}

// Refresh gets the rates of now.
func (c *Client) Refresh(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.url, nil)
	if err != nil {
		return err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("rates: %s", response.Status)
	}
	var rates map[string]float64
	if err := json.NewDecoder(response.Body).Decode(&rates); err != nil {
		return err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.byCode = rates
	return nil
}

// Reachable says whether the bank answers. It throws the answer away.
func (c *Client) Reachable() bool {
	_, err := c.http.Get(c.url) // leak: unclosed-response-body
	return err == nil
}

// Answers says whether the bank answers without an error.
func (c *Client) Answers() bool {
	response, err := c.http.Get(c.url)
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode < http.StatusInternalServerError
}

// Updated is when the bank last changed its rates. It does not close the body.
func (c *Client) Updated() (time.Time, error) {
	response, err := c.http.Get(c.url) // leak: unclosed-response-body
	if err != nil {
		return time.Time{}, err
	}
	return http.ParseTime(response.Header.Get("Last-Modified"))
}

// UpdatedByHead is the same from an answer without a body.
func (c *Client) UpdatedByHead() (time.Time, error) {
	response, err := c.http.Head(c.url)
	if err != nil {
		return time.Time{}, err
	}
	defer response.Body.Close()
	return http.ParseTime(response.Header.Get("Last-Modified"))
}

// Version is that of the bank's service. When the bank does not answer, it panics.
func (c *Client) Version() (string, error) {
	response, err := c.http.Get(c.url)
	defer response.Body.Close() // leak: close-before-error-check
	if err != nil {
		return "", err
	}
	return response.Header.Get("Server"), nil
}

// VersionByHead is the same from an answer without a body.
func (c *Client) VersionByHead() (string, error) {
	response, err := c.http.Head(c.url)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	return response.Header.Get("Server"), nil
}

// Rate is what one euro costs in a currency; it is false for one that is not known.
func (c *Client) Rate(code string) (float64, bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	rate, ok := c.byCode[code]
	return rate, ok
}

// Ready says whether there are any rates yet.
func (c *Client) Ready() bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return len(c.byCode) > 0
}
