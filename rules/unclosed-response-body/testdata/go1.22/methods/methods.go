// Package methods sends its requests through values whose types have to be known.
package methods

import (
	"net/http"
	. "net/http"
	"net/http/httptest"
	"sync"
)

type service struct {
	client  *http.Client
	clients map[string]*http.Client
	nested  struct{ transport *http.Transport }
}

func (s *service) field(req *http.Request) int {
	resp, err := s.client.Do(req) // want `resp, the response that s\.client\.Do receives, is never closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func (s *service) element(name, url string) error {
	_, err := s.clients[name].Get(url) // want "thrown away"
	return err
}

func (s *service) transport(req *http.Request) error {
	_, err := s.nested.transport.RoundTrip(req) // want "thrown away"
	return err
}

func (s *service) http() *http.Client { return s.client }

func (s *service) result(url string) error {
	_, err := s.http().Get(url) // want `the response that s\.http\(\)\.Get receives is thrown away`
	return err
}

type embedding struct {
	*http.Client
	sync.Mutex
}

func promoted(e *embedding, url string) error {
	_, err := e.Get(url) // want `the response that e\.Get receives is thrown away`
	return err
}

func madeHere(url string) error {
	client := http.Client{}
	_, err := client.Get(url) // want "thrown away"
	return err
}

func ofServer(server *httptest.Server) error {
	_, err := server.Client().Get(server.URL) // want "thrown away"
	return err
}

func ofTransport(transport *http.Transport, req *http.Request) error {
	_, err := transport.Clone().RoundTrip(req) // want "thrown away"
	return err
}

func dotImport(url string) error {
	_, err := Get(url) // want "the response that Get receives is thrown away"
	return err
}

type retrying struct{ http.Transport }

func embeddedTransport(r *retrying, req *http.Request) error {
	_, err := r.RoundTrip(req) // want "thrown away"
	return err
}

type alias = http.Client

func ofAlias(c *alias, url string) error {
	_, err := c.Get(url) // want "thrown away"
	return err
}

func loop(clients []*http.Client, url string) {
	for _, client := range clients {
		client.Get(url) // want "thrown away"
	}
}
