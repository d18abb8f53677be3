// Package silent shares its HTTP transports, or closes what they keep.
package silent

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

var shared = &http.Client{Transport: &http.Transport{}}

func okShared(url string) (*http.Response, error) {
	return shared.Get(url)
}

func okClosed(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	return client.Get(url)
}

func okTransportClosed(url string) (*http.Response, error) {
	tr := &http.Transport{}
	defer tr.CloseIdleConnections()
	client := &http.Client{Transport: tr}
	return client.Get(url)
}

func okNoKeepAlives(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	return client.Get(url)
}

func okNoKeepAlivesLater(url string) (*http.Response, error) {
	tr := &http.Transport{}
	tr.DisableKeepAlives = true
	client := &http.Client{Transport: tr}
	return client.Get(url)
}

func okIdleTimeout(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second}}
	return client.Get(url)
}

func okReturned() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func okReturnedLater() *http.Client {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	return client
}

func okNamedResult() (client *http.Client) {
	client = &http.Client{Transport: &http.Transport{}}
	_, _ = client.Get("http://localhost/")
	return
}

type service struct{ client *http.Client }

func okStored(s *service) {
	tr := &http.Transport{}
	s.client = &http.Client{Transport: tr}
	_, _ = s.client.Get("http://localhost/")
}

func okHandedOver(use func(*http.Client)) {
	client := &http.Client{Transport: &http.Transport{}}
	use(client)
}

func okWrapped(wrap func(http.RoundTripper) http.RoundTripper) {
	client := &http.Client{Transport: wrap(&http.Transport{})}
	_, _ = client.Get("http://localhost/")
}

func okNeverUsed() int {
	tr := &http.Transport{}
	return tr.MaxIdleConns
}

func okDefaultTransport(url string) (*http.Response, error) {
	client := &http.Client{Timeout: time.Second}
	return client.Get(url)
}

// The connections end with the request.
func okRequestCloses(request *http.Request) (*http.Response, error) {
	request.Close = true
	client := &http.Client{Transport: &http.Transport{}}
	return client.Do(request)
}

// Whoever made the connection closes it.
func okForeignConnection(connections <-chan net.Conn) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			select {
			case conn := <-connections:
				return conn, nil
			default:
				return nil, errors.New("none left")
			}
		},
	}}
	return client.Get("http://localhost/")
}

type connection struct{ net.Conn }

func (c connection) dial(context.Context, string, string) (net.Conn, error) { return c.Conn, nil }

func okForeignMethod(conn net.Conn) (*http.Response, error) {
	defer conn.Close()
	client := &http.Client{Transport: &http.Transport{DialContext: connection{conn}.dial}}
	return client.Get("http://localhost/")
}

func okUnknownDialer(dial func(network, address string) (net.Conn, error)) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{Dial: dial}}
	return client.Get("http://localhost/")
}

var once sync.Once

func okOnce() {
	once.Do(func() {
		client := &http.Client{Transport: &http.Transport{}}
		_, _ = client.Get("http://localhost/")
	})
}

func init() {
	client := &http.Client{Transport: &http.Transport{}}
	_, _ = client.Get("http://localhost/")
}

// Idle connections of the default transport's clones are closed after 90 seconds; nothing says that there are many.
func okClone(url string) (*http.Response, error) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	return (&http.Client{Transport: tr}).Get(url)
}

type Transport struct{}

func okOtherTransport() Transport {
	return Transport{}
}

// Closing a body that is not read to its end closes the connection.
func okUnread(url string) (bool, error) {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return false, err
	}
	defer func() {
		resp.Body.Close()
	}()
	return resp.StatusCode == http.StatusOK, nil
}

// It tries again, so that the answer has a variable from before.
func okUnreadInTheEnd(url string) (bool, error) {
	client := &http.Client{Transport: &http.Transport{}}
	var resp *http.Response
	var err error
	for range 3 {
		if resp, err = client.Get(url); err == nil {
			break
		}
	}
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}

func okPrinted(url string) ([]*http.Cookie, error) {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	fmt.Println("answer", resp)
	return resp.Cookies(), nil
}

// None may be idle.
func okNoneIdle(url string) ([]byte, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: -1}}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// What is replaced before it is used has opened nothing. The others limit the life of idle connections.
func okReplaced(request *http.Request, secure bool) (*http.Response, error) {
	transport := &http.Transport{}
	if secure {
		transport = &http.Transport{IdleConnTimeout: time.Second}
	} else {
		transport = &http.Transport{DisableKeepAlives: true}
	}
	client := &http.Client{Transport: transport}
	return client.Do(request)
}
