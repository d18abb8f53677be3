// Package closed closes the bodies of its responses, in many ways.
package closed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"time"
)

func okDeferred(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func okAtEnd(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return errors.Join(err, resp.Body.Close())
}

func okDeferredClosure(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		if closing := resp.Body.Close(); err == nil {
			err = closing
		}
	}()
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

func okDeferredClosureWithArgument(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func(body io.Closer) { _ = body.Close() }(resp.Body)
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

func okNilGuarded(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	return err
}

func okMethodValue(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	done := resp.Body.Close
	defer done()
	return resp.StatusCode, nil
}

func okMethodExpression(url string) {
	resp, _ := http.Get(url)
	io.ReadCloser.Close(resp.Body)
}

func okInParentheses(url string) {
	resp, _ := http.Get(url)
	((resp).Body).Close()
}

func okInIf(url string) bool {
	if resp, err := http.Get(url); err == nil {
		resp.Body.Close()
		return true
	}
	return false
}

func okRetry(client *http.Client, req *http.Request) (status int, err error) {
	for range 3 {
		var resp *http.Response
		resp, err = client.Do(req)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode < 500 {
			return resp.StatusCode, nil
		}
	}
	return 0, err
}

func okRetryBeforeDefer(client *http.Client, req *http.Request) error {
	var resp *http.Response
	var err error
	for range 3 {
		if resp, err = client.Do(req); err == nil && resp.StatusCode == 200 {
			break
		}
		if err == nil {
			resp.Body.Close()
		}
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

func okGoroutine(url string, texts chan<- []byte) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	go func() {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		texts <- text
	}()
}

func okOuterVariable(url string) error {
	var resp *http.Response
	get := func() (err error) {
		resp, err = http.Get(url)
		return err
	}
	if err := get(); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Response.Write closes the body when it has sent it.
func okWritten(w io.Writer, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Write(w)
}

// What takes the place of the body may have closed it.
func okReplaced(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(&closing{resp.Body})
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp.Status, err
}

type closing struct{ io.ReadCloser }

func (c *closing) Read(b []byte) (n int, err error) {
	if n, err = c.ReadCloser.Read(b); err != nil {
		c.Close()
	}
	return n, err
}

type api struct{ client *http.Client }

func (a api) request(method, url string) (*http.Response, error) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return nil, err
	}
	return a.client.Do(req)
}

func (a api) okHeadByHelper(url string) bool {
	resp, err := a.request("HEAD", url)
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a api) okHeadInHelper(url string) bool {
	resp, err := a.client.Do(must(http.NewRequest(http.MethodHead, url, nil)))
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a api) okHeadLater(url string) bool {
	req := must(http.NewRequest(http.MethodHead, url, nil))
	resp, err := a.client.Do(req)
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a api) getByHelper(url string) bool {
	resp, err := a.request("GET", url) // want "resp, the response that a.request receives, is never closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

func must(req *http.Request, err error) *http.Request {
	if err != nil {
		panic(err)
	}
	return req
}
