// Package discarded throws responses away in the moment they are there.
package discarded

import (
	"net/http"
	"strings"
	"time"
)

// Sending a request is how some code asks whether a server is up.
func isUp(url string) bool {
	_, err := http.Get(url) // want "the response of http.Get is thrown away, so its body can never be closed"
	return err == nil
}

func waitReady(client *http.Client, url string) {
	for {
		if _, err := client.Get(url); err == nil { // want "the response of client.Get is thrown away"
			return
		}
		time.Sleep(time.Second)
	}
}

func notify(url string) {
	http.Post(url, "text/plain", strings.NewReader("done")) // want "http.Post is thrown away"
}

func notifyLater(url string) {
	defer http.Get(url) // want "thrown away"
	go http.Get(url)    // want "thrown away"
}

func send(req *http.Request) (err error) {
	_, err = http.DefaultClient.Do(req) // want "http.DefaultClient.Do is thrown away"
	return err
}

func declared(url string) error {
	var _, err = (http.Get)(url) // want "thrown away"
	return err
}

func roundTrip(transport *http.Transport, req *http.Request) error {
	_, err := transport.RoundTrip(req) // want "transport.RoundTrip is thrown away"
	return err
}

func inClosure(url string) func() bool {
	return func() bool {
		_, err := http.PostForm(url, nil) // want "thrown away"
		return err == nil
	}
}

func longExpression(req *http.Request) error {
	_, err := (&http.Client{Timeout: 10 * time.Second, Transport: http.DefaultTransport}).Do(req) // want "the response of Do is"
	return err
}
