// Package api gets responses from another package of the module.
package api

import (
	"context"
	"io"
	"net/http"
	"time"

	"example.com/fixture/client"
)

func leak(c *client.Client) int {
	resp, err := c.Get("/") // want "resp, the response that c.Get receives, is never closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func sends(c *client.Client, url string) int {
	req, _ := http.NewRequest("GET", url, nil)
	resp, err := c.Send(req) // want "never closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func again(url string) int {
	resp, err := client.Again(url) // want "never closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func body(c *client.Client) ([]byte, error) {
	body, err := c.Body("/") // want "never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func discards(c *client.Client) {
	c.Get("/") // want "thrown away"
}

// The connection ends with the context, which is better than nothing.
func within(c *client.Client) int {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	resp, err := c.Within(ctx, "/") // want "never closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func okClosed(c *client.Client) error {
	resp, err := c.Get("/")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.ReadAll(resp.Body)
	return err
}

func okHead(c *client.Client) int {
	resp, err := c.Head("/")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func okFetched(c *client.Client) int {
	resp, _, err := c.Fetch("/")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func okLast(c *client.Client) int {
	resp, err := c.Last("/")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func okBody(c *client.Client) ([]byte, error) {
	body, err := c.Body("/")
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

// Decoded answers are closed by then; others, nobody knows.
func decoded(c *client.Client) (int, error) {
	var value struct{ Name string }
	resp, err := c.Decode("/", &value)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is closed where it fails is open where it does not.
func accepted(c *client.Client) (int, error) {
	resp, err := c.Accepted("/") // want "never closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func checked(c *client.Client) (int, error) {
	resp, err := c.Checked("/") // want "never closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
