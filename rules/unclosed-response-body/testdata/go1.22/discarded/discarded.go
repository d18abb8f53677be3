// Package discarded throws responses away in the moment they are there.
package discarded

import (
	"net/http"
	"strings"
	"time"
)

// Sending a request is how some code asks whether a server is up.
func isUp(url string) bool {
	_, err := http.Get(url) // want `the response that http\.Get receives is thrown away`
	return err == nil
}

func waitReady(client *http.Client, url string) {
	for {
		if _, err := client.Get(url); err == nil { // want "the response that client.Get receives is thrown away"
			return
		}
		time.Sleep(time.Second)
	}
}

func notify(url string) {
	http.Post(url, "text/plain", strings.NewReader("done")) // want `the response that http\.Post receives is thrown away`
}

func notifyLater(url string) {
	defer http.Get(url) // want "thrown away"
	go http.Get(url)    // want "thrown away"
}

func send(req *http.Request) (err error) {
	_, err = http.DefaultClient.Do(req) // want `the response that http\.DefaultClient\.Do receives is thrown away`
	return err
}

func declared(url string) error {
	var _, err = (http.Get)(url) // want "thrown away"
	return err
}

func roundTrip(transport *http.Transport, req *http.Request) error {
	_, err := transport.RoundTrip(req) // want `the response that transport\.RoundTrip receives is thrown away`
	return err
}

func inClosure(url string) func() bool {
	return func() bool {
		_, err := http.PostForm(url, nil) // want "thrown away"
		return err == nil
	}
}

func longExpression(req *http.Request) error {
	_, err := (&http.Client{Timeout: 10 * time.Second, Transport: http.DefaultTransport}).Do(req) // want "the response that Do receives is thrown away"
	return err
}

// Whatever sends the request, there is a body to close.
func throughInterface(transport http.RoundTripper, req *http.Request) error {
	_, err := transport.RoundTrip(req) // want "thrown away"
	return err
}
