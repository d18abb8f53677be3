// Package neverclosed keeps responses in variables and leaves their bodies open.
package neverclosed

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/ioutil"
	web "net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

type rate struct{ Code string }

func decode(url string) (r rate, err error) {
	resp, err := web.Get(url) // want "resp, the response that web.Get receives, is never closed"
	if err != nil {
		return r, err
	}
	return r, json.NewDecoder(resp.Body).Decode(&r)
}

func readAll(ctx context.Context, url string) ([]byte, error) {
	req, err := web.NewRequestWithContext(ctx, web.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := web.DefaultClient.Do(req) // want `resp, the response that web\.DefaultClient\.Do receives, is never closed`
	if err != nil {
		return nil, fmt.Errorf("rates: %w", err)
	}
	if resp.StatusCode != web.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func readAllOld(url string) []byte {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return nil
	}
	text, _ := ioutil.ReadAll((resp.Body))
	return text
}

func isUp(url string) bool {
	resp, err := web.Get(url) // want "is never closed"
	return err == nil && resp.StatusCode == 200
}

func post(client *web.Client, url, text string) error {
	resp, err := client.Post(url, "text/plain", strings.NewReader(text)) // want `resp, the response that client\.Post receives, is never closed`
	if err != nil {
		return err
	}
	if location, err := resp.Location(); err == nil {
		return errors.New("moved to " + location.String())
	}
	return nil
}

func login(form url.Values) ([]*web.Cookie, error) {
	resp, err := web.PostForm("https://example.com/login", form) // want `resp, the response that web\.PostForm receives, is never closed`
	if err != nil {
		return nil, err
	}
	return resp.Cookies(), nil
}

// The header stays readable, but the body is out of reach.
func header(url string) (web.Header, error) {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func lines(client web.Client, url string) (n int) {
	resp, err := client.Get(url) // want "is never closed"
	if err != nil || resp == nil || resp.Body == nil {
		return 0
	}
	for scanner := bufio.NewScanner(resp.Body); scanner.Scan(); {
		n++
	}
	return n
}

func download(url, path string) error {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, io.LimitReader(resp.Body, 1<<20))
	return err
}

func firstBytes(url string) ([]byte, error) {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return nil, err
	}
	b := make([]byte, 512)
	n, err := resp.Body.Read(b)
	_ = resp.Body
	return b[:n], err
}

// Nobody can close the body through what is returned.
func reader(url string) (io.Reader, error) {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(resp.Body), nil
}

func text(url string) string {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return ""
	}
	var text bytes.Buffer
	text.ReadFrom(resp.Body)
	return text.String()
}

// Closing what NopCloser returns closes nothing.
func nopClosed(url string, log io.Writer) error {
	resp, err := web.Get(url) // want "is never closed"
	if err != nil {
		return err
	}
	body := io.NopCloser(io.TeeReader(resp.Body, log))
	defer body.Close()
	_, err = io.Copy(io.Discard, body)
	return err
}

func everyTurn(urls []string) (up int) {
	for _, url := range urls {
		resp, err := web.Get(url) // want `resp, the response that web\.Get receives, gets another value`
		if err != nil {
			continue
		}
		if resp.StatusCode < 400 {
			up++
		}
	}
	return up
}

func waitReady(url string, deadline time.Time) error {
	for time.Now().Before(deadline) {
		if resp, err := web.Get(url); err == nil && resp.StatusCode == 200 { // want "is never closed"
			return nil
		}
		time.Sleep(time.Second)
	}
	return context.DeadlineExceeded
}

func assigned(client *web.Client, req *web.Request) int {
	var resp *web.Response
	var err error
	resp, err = client.Do(req) // want "is never closed"
	if err != nil {
		// One deferred Close after the checks mends both.
		resp, err = client.Do(req)
	}
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inGoroutine(url string, status chan<- string) {
	go func() {
		resp, err := web.Get(url) // want "is never closed"
		if err != nil {
			return
		}
		status <- resp.Status
	}()
}

// The body that is closed belongs to the request.
func closesOther(client *web.Client, req *web.Request) error {
	resp, err := client.Do(req) // want "is never closed"
	if err != nil {
		return err
	}
	defer req.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func severalLines(client *web.Client, req *web.Request) (status string) {
	resp, err := client. // want "resp, the response that Do receives, is never closed"
				Do(req)
	if err == nil {
		status = resp.Status
	}
	return status
}
