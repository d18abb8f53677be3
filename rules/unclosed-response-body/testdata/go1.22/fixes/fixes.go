// Package fixes shows where a deferred Close is offered as a fix, and where it is left to a person.
package fixes

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

func afterErrorCheck(url string, into any) error {
	resp, err := http.Get(url) // want "is never closed"
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

func inMethod(client *http.Client, req *http.Request) (int, error) {
	res, err := client.Do(req) // want "is never closed"
	if err != nil {
		return 0, err
	} // There is a response.
	return res.StatusCode, nil
}

// No fix: a defer would pile up until the function ends.
func inLoop(urls []string) {
	for _, url := range urls {
		resp, err := http.Get(url) // want `resp, the response that http\.Get receives, gets another value`
		if err != nil {
			return
		}
		io.Copy(io.Discard, resp.Body)
	}
}

// No fix: the response may be nil after this check.
func checkedAndContinued(url string) string {
	resp, err := http.Get(url) // want "is never closed"
	if err != nil {
		println(err)
	}
	return resp.Status
}

// No fix: nothing to defer on.
func discarded(url string) bool {
	_, err := http.Get(url) // want "thrown away"
	return err == nil
}

func tooLate(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func onOnePath(url string) (int, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return 0, err
	}
	if resp.ContentLength < 0 {
		return 0, io.ErrUnexpectedEOF
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}
