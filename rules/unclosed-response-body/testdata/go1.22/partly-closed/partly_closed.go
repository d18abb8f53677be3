// Package partlyclosed closes bodies on all paths, or on all but one.
package partlyclosed

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// A status that is not liked is returned before the defer.
func deferredTooLate(url string) error {
	resp, err := http.Get(url) // want "`return errors.New\\(resp.Status\\)` leaves it behind"
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

// Reading fails before the body is closed.
func closedAtEnd(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "`return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return text, nil
}

// The body is handed out on success only.
func handedOut(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("get: %s", resp.Status)
	}
	return resp.Body, nil
}

func okHandedOut(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("get: %s", resp.Status)
	}
	return resp.Body, nil
}

func okSwitchOnStatus(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		return nil
	case http.StatusNotFound:
		return os.ErrNotExist
	default:
		return errors.New(resp.Status)
	}
}

// One status of three is left open.
func switchOnStatus(url string) (string, error) {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return "", err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		return string(text), err
	case http.StatusNotFound:
		return "", os.ErrNotExist
	default:
		resp.Body.Close()
		return "", errors.New(resp.Status)
	}
}

func okErrorTakenApart(url string) error {
	resp, err := http.Get(url)
	var timeout net.Error
	switch {
	case errors.Is(err, context.Canceled):
		return nil
	case errors.As(err, &timeout):
		return timeout
	case err != nil:
		return err
	}
	return resp.Body.Close()
}

func okInOneCondition(url string) bool {
	resp, err := http.Get(url)
	if err != nil || resp.StatusCode != http.StatusOK {
		if resp != nil {
			resp.Body.Close()
		}
		return false
	}
	resp.Body.Close()
	return true
}

// Where the status is bad there is a response, too.
func inOneCondition(url string) bool {
	resp, err := http.Get(url) // want "`return false` leaves it behind"
	if err != nil || resp.StatusCode != http.StatusOK {
		return false
	}
	resp.Body.Close()
	return true
}

func okWithoutBody(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.Body != nil {
		defer resp.Body.Close()
	}
	return nil
}

func okRetryUntilGood(client *http.Client, request *http.Request) (*http.Response, error) {
	var last error
	for range 3 {
		resp, err := client.Do(request)
		if err != nil {
			last = err
			continue
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		resp.Body.Close()
		last = errors.New(resp.Status)
	}
	return nil, last
}

// A server error is tried again with the response before still open.
func retryUntilGood(client *http.Client, request *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := client.Do(request) // want "gets another value before it is closed"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("giving up")
}

// One defer after the loop closes the last response alone.
func deferredAfterLoop(client *http.Client, request *http.Request) (err error) {
	var resp *http.Response
	for range 3 {
		resp, err = client.Do(request) // want "gets another value before it is closed"
		if err == nil && resp.StatusCode < 500 {
			break
		}
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func okRetryAfterError(client *http.Client, request *http.Request) error {
	resp, err := client.Do(request)
	for i := 0; err != nil && i < 3; i++ {
		resp, err = client.Do(request)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The defer closes the body of the first response.
func secondRequest(client *http.Client, first, second *http.Request) error {
	resp, err := client.Do(first)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp, err = client.Do(second) // want "is never closed"
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

// This one closes whichever response there is at the end.
func okLatestResponse(client *http.Client, first, second *http.Request) error {
	resp, err := client.Do(first)
	if err != nil {
		return err
	}
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	resp.Body.Close()
	resp, err = client.Do(second)
	return err
}

func okLabelledContinue(urls []string) (texts [][]byte) {
next:
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue next
		}
		for _, encoding := range resp.TransferEncoding {
			if encoding == "chunked" {
				resp.Body.Close()
				continue next
			}
		}
		text, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		texts = append(texts, text)
	}
	return texts
}

// The continue passes the Close.
func labelledContinue(urls []string) {
next:
	for _, url := range urls {
		resp, err := http.Get(url) // want "gets another value before it is closed"
		if err != nil {
			continue next
		}
		for _, encoding := range resp.TransferEncoding {
			if encoding == "chunked" {
				continue next
			}
		}
		resp.Body.Close()
	}
}

// A helper that drains does not close.
func drained(url string) error {
	resp, err := http.Get(url) // want "is never closed"
	if err != nil {
		return err
	}
	defer drain(resp.Body)
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

func drain(body io.Reader) { io.Copy(io.Discard, body) }

func okDrainedAndClosed(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer drainAndClose(resp.Body)
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

func drainAndClose(body io.ReadCloser) {
	drain(body)
	body.Close()
}

// The function literal is never called.
func neverCalled(url string) {
	resp, _ := http.Get(url) // want "is never closed"
	finish := func() { resp.Body.Close() }
	if finish != nil {
		log.Print(resp.Status)
	}
}

func okCalledOnAllPaths(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	finish := func(err error) error {
		resp.Body.Close()
		return err
	}
	if resp.StatusCode != 200 {
		return finish(errors.New(resp.Status))
	}
	return finish(nil)
}

func calledOnOnePath(url string) error {
	resp, err := http.Get(url) // want "leaves it behind"
	if err != nil {
		return err
	}
	finish := func() error { return resp.Body.Close() }
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return finish()
}

func okClosers(urls []string) (err error) {
	var closers []io.Closer
	defer func() {
		for _, closer := range closers {
			closer.Close()
		}
	}()
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		closers = append(closers, resp.Body)
	}
	return nil
}

func okFatal(url string) {
	resp, err := http.Get(url)
	check(err)
	if resp.StatusCode != 200 {
		fatal(resp.Status)
	}
	resp.Body.Close()
}

func check(err error) {
	if err != nil {
		fatal(err.Error())
	}
}

func fatal(text string) {
	log.Print(text)
	os.Exit(1)
}

func okInTest(t *testing.T, url string) {
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != 200 {
		t.Fatalf("status %s", resp.Status)
	}
	t.Cleanup(func() { resp.Body.Close() })
}

func okReader(url string) (io.Reader, func(), error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, nil, err
	}
	return io.LimitReader(resp.Body, 1024), func() { resp.Body.Close() }, nil
}

func okPassedToTest(t testing.TB, url string, isGood func(testing.TB, *http.Response)) {
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	isGood(t, resp)
}

// The body of the request is not that of the response.
func okPosted(url string) error {
	resp, err := http.Post(url, "text/plain", io.NopCloser(strings.NewReader("x")))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	_, err = text.ReadFrom(resp.Body)
	if closing := resp.Body.Close(); err == nil {
		err = closing
	}
	return err
}

// The goroutine closes the body on one of its paths only.
func inGoroutine(url string, done <-chan struct{}) {
	resp, err := http.Get(url) // want "closed"
	if err != nil {
		return
	}
	go func() {
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return
		}
		<-done
		resp.Body.Close()
	}()
}
