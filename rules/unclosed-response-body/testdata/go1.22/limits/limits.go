// Package limits leaks in ways that the rule does not see yet: it looks at no path by itself, into no helper, and at
// nothing but the clients of net/http. Functions whose names begin with unseen are known to be missed.
package limits

import (
	"errors"
	"io"
	"net/http"
)

// Only one path closes the body.
func unseenPath(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// The response of the first turn is lost with the second.
func unseenRetry(client *http.Client, req *http.Request) (err error) {
	var resp *http.Response
	for range 3 {
		if resp, err = client.Do(req); err == nil && resp.StatusCode == 200 {
			break
		}
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The helper only looks at the response.
func unseenHelper(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return statusError(resp)
}

func statusError(resp *http.Response) error { return errors.New(resp.Status) }

// Functions of the project that give responses are not known.
func unseenSource(url string) error {
	_, err := fetch(url)
	return err
}

func fetch(url string) (*http.Response, error) { return http.Get(url) }

// Neither are interfaces of the project.
func unseenInterface(client interface {
	Do(*http.Request) (*http.Response, error)
}, req *http.Request) error {
	_, err := client.Do(req)
	return err
}

// Many a round tripper of a project answers from memory.
func unseenRoundTripper(transport http.RoundTripper, req *http.Request) error {
	_, err := transport.RoundTrip(req)
	return err
}

func unseenFunctionValue(url string) {
	get := http.Get
	_, _ = get(url)
}
