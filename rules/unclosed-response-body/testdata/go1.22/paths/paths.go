// Package paths closes bodies on some paths and not on others.
package paths

import (
	"errors"
	"io"
	"net/http"
)

func statusError(resp *http.Response) error { return errors.New(resp.Status) }

func fetch(url string) (*http.Response, error) { return http.Get(url) }

// Only one path closes the body.
func onePath(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "leaves it behind"
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
func retried(client *http.Client, req *http.Request) (err error) {
	var resp *http.Response
	for range 3 {
		if resp, err = client.Do(req); err == nil && resp.StatusCode == 200 { // want "gets another value before it is closed"
			break
		}
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The helper only looks at the response.
func lookedAt(url string) error {
	resp, err := http.Get(url) // want "is never closed"
	if err != nil {
		return err
	}
	return statusError(resp)
}

// Functions of the project that give responses are not known.
func fetched(url string) error {
	_, err := fetch(url) // want "the response that fetch receives is thrown away"
	return err
}

// What has this status has no body, whatever the status is kept in.
func okStatusKept(url string) ([]byte, int, error) {
	var info struct{ status int }
	resp, err := http.Get(url)
	if err != nil {
		return nil, 0, err
	}
	info.status = resp.StatusCode
	if info.status == http.StatusNotModified {
		return nil, info.status, nil
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return body, info.status, err
}

func okStatusVariable(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	status := resp.StatusCode
	if status == 204 || status == http.StatusNotModified {
		return status, nil
	}
	return status, resp.Body.Close()
}

func otherStatus(url string) (int, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return 0, err
	}
	status := resp.StatusCode
	if status == http.StatusNotFound {
		return status, nil
	}
	return status, resp.Body.Close()
}

func perhapsStatus(url string, expected int) (int, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return 0, err
	}
	status := resp.StatusCode
	if status >= 500 {
		status = expected
	}
	if status == http.StatusNoContent {
		return status, nil
	}
	return status, resp.Body.Close()
}
