// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"io"
	"net/http"
)

// Interfaces of the project may stand for anything.
func unseenInterface(client interface {
	Do(*http.Request) (*http.Response, error)
}, req *http.Request) error {
	_, err := client.Do(req)
	return err
}

func unseenFunctionValue(url string) {
	get := http.Get
	_, _ = get(url)
}

// What a deferred function literal asks is not compared with the way there.
func unseenCondition(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
