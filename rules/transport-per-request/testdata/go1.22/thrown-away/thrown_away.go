// Package thrownaway makes HTTP transports that nobody can use twice.
package thrownaway

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"time"
)

func Fetch(url string) error {
	client := &http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, // want "each call makes an HTTP transport"
	}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// There is no body, and so nothing is left to read.
func Exists(url string) (bool, error) {
	client := &http.Client{Transport: &http.Transport{}} // want "each call makes"
	resp, err := client.Head(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}

func Variables(request *http.Request) (*http.Response, error) {
	tr := &http.Transport{} // want "each call makes"
	tr.TLSHandshakeTimeout = time.Second
	client := http.Client{Transport: tr}
	return client.Do(request)
}

func Assigned(request *http.Request, insecure bool) (*http.Response, error) {
	client := &http.Client{}
	if insecure {
		client.Transport = &http.Transport{ // want "each call makes"
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		}
	}
	return client.Do(request)
}

func Value(request *http.Request) (*http.Response, error) {
	tr := http.Transport{} // want "each call makes"
	return (&tr).RoundTrip(request)
}

func AtOnce(url string) (*http.Response, error) {
	return (&http.Client{Transport: (&http.Transport{})}).Head(url) // want "each call makes"
}

func Socket(path string) (*http.Response, error) {
	client := http.Client{
		Transport: &http.Transport{ // want "each call makes"
			DialContext: func(context.Context, string, string) (net.Conn, error) {
				return net.Dial("unix", path)
			},
		},
	}
	return client.Get("http://localhost/")
}

func Dialer(url string) (*http.Response, error) {
	client := http.Client{
		Transport: &http.Transport{DialContext: (&net.Dialer{}).DialContext}, // want "each call makes"
	}
	return client.Get(url)
}

func local(_ context.Context, _, path string) (net.Conn, error) { return net.Dial("unix", path) }

func Local(url string) (*http.Response, error) {
	client := http.Client{Transport: &http.Transport{DialContext: local}} // want "each call makes"
	return client.Get(url)
}

func proxy(w http.ResponseWriter, r *http.Request) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "each request clones an HTTP transport"
	tr.TLSClientConfig = &tls.Config{ServerName: r.Host}
	resp, err := (&http.Client{Transport: tr}).Get("https://backend" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

// None of these limits anything.
func Zero(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: false, IdleConnTimeout: 0}} // want "each call makes"
	return client.Get(url)
}

type dialog struct{ Close bool }

func OtherClose(url string, show func(dialog)) (*http.Response, error) {
	show(dialog{Close: true})
	client := &http.Client{Transport: &http.Transport{}} // want "each call makes"
	return client.Get(url)
}

// The limit is one, and that one stays.
func OneIdle(url string, keep func(*http.Response)) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}} // want "each call makes"
	if resp, err := client.Get(url); err == nil {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func Dumped(url string, look func(any)) {
	client := &http.Client{Transport: &http.Transport{}} // want "each call makes"
	if resp, err := client.Get(url); err == nil {
		defer resp.Body.Close()
		look(resp)
	}
}

func Perhaps(request *http.Request, secure bool) (*http.Response, error) {
	transport := &http.Transport{} // want "each call makes"
	if secure {
		transport = &http.Transport{IdleConnTimeout: time.Second}
	}
	client := &http.Client{Transport: transport}
	return client.Do(request)
}
