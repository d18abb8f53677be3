// Package helpers has the bodies of its responses closed by other functions.
package helpers

import (
	"io"
	"net/http"
	"net/http/httputil"
)

func okClosedByHelper(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer drain(resp)
	_, err = io.CopyN(io.Discard, resp.Body, 10)
	return err
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func okBodyClosedByHelper(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeQuietly(resp.Body)
	return io.ReadAll(resp.Body)
}

func closeQuietly(c io.Closer) { _ = c.Close() }

func okHandled(url string, handle func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return handle(resp)
}

func okChecked(url string) (int, error) {
	return check(http.Get(url))
}

func check(resp *http.Response, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// A dump with its body reads and closes the body.
func okDumped(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return httputil.DumpResponse(resp, true)
}

type client struct{ *http.Client }

func (c client) okMethod(req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return c.finish(resp)
}

func (client) finish(resp *http.Response) error { return resp.Body.Close() }
