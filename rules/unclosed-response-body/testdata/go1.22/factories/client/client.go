// Package client sends requests for other packages.
package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Client sends requests.
type Client struct {
	http *http.Client
	base string
	last *http.Response
}

// Get hands out the response if it is a good one.
func (c *Client) Get(path string) (*http.Response, error) {
	return c.do("GET", path)
}

// Head asks for headers.
func (c *Client) Head(path string) (*http.Response, error) {
	req, err := http.NewRequest("HEAD", c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func (c *Client) do(method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// Send sends a request made elsewhere.
func (c *Client) Send(req *http.Request) (*http.Response, error) {
	return c.http.Do(req)
}

// Within sends a request that lasts as long as a context.
func (c *Client) Within(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

// Body hands out the body alone.
func (c *Client) Body(path string) (io.ReadCloser, error) {
	resp, err := c.do("GET", path)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Fetch reads all, and hands out the response for its headers.
func (c *Client) Fetch(path string) (*http.Response, []byte, error) {
	resp, err := c.do("GET", path)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return resp, data, err
}

// Again tries more than once.
func Again(url string) (resp *http.Response, err error) {
	for i := 0; i < 3; i++ {
		resp, err = http.Get(url)
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

// Last keeps the response.
func (c *Client) Last(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	c.last = resp
	return resp, err
}

// Decode reads the answer into a value, if there is one, and hands out the response for the rest.
func (c *Client) Decode(path string, into any) (*http.Response, error) {
	resp, err := c.do("GET", path)
	if err != nil {
		return nil, err
	}
	if into != nil {
		defer resp.Body.Close()
		if err := json.NewDecoder(resp.Body).Decode(into); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

// Accepted hands out the response in any case, closed where the server refuses.
func (c *Client) Accepted(path string) (*http.Response, error) {
	resp, err := c.do("GET", path)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return resp, errors.New(resp.Status)
	}
	return resp, nil
}

// Checked hands out the response in any case, closed where the server refuses.
func (c *Client) Checked(path string) (resp *http.Response, err error) {
	resp, err = c.do("GET", path)
	if err != nil {
		return
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		err = refused(resp.StatusCode, string(text))
	}
	return
}

func refused(status int, text string) error {
	if status == http.StatusNotFound {
		return fmt.Errorf("not there: %s", text)
	}
	return errors.New(text)
}
