// Package handedover gives its responses or their bodies to somebody else, who closes them.
package handedover

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
)

func okReturnedCall(url string) (*http.Response, error) {
	return http.Get(url)
}

func okReturned(client *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func okNamedResult(url string) (resp *http.Response, err error) {
	resp, err = http.Get(url)
	return
}

func okBodyReturned(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

type decoder struct {
	*json.Decoder
	body io.Closer
}

func (d *decoder) Close() error { return d.body.Close() }

func newDecoder(body io.ReadCloser) *decoder {
	return &decoder{json.NewDecoder(body), body}
}

func okDecoderReturned(url string) (*decoder, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return newDecoder(resp.Body), nil
}

func okReaderAndCloserReturned(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, 1024), resp.Body}, nil
}

// Closing the limited reader closes the body.
func okLimited(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	body := http.MaxBytesReader(w, resp.Body, 1024)
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

type response struct {
	*http.Response
	text string
}

func (r *response) close() { r.Body.Close() }

func okWrapped(url string) (*response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &response{Response: resp}, nil
}

type session struct {
	last *http.Response
	body io.ReadCloser
}

func (s *session) okStored(url string) (err error) {
	s.last, err = http.Get(url)
	return err
}

func (s *session) okStoredLater(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	s.last = resp
	return nil
}

func (s *session) okBodyStored(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	s.body = resp.Body
	return nil
}

func okBodyVariable(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer body.Close()
	return io.ReadAll(body)
}

func okSent(ctx context.Context, url string, to chan<- *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	select {
	case to <- resp:
		return nil
	case <-ctx.Done():
		resp.Body.Close()
		return ctx.Err()
	}
}

func okCloserValue(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var c io.Closer = resp.Body
	return c.Close()
}

func okAddressTaken(url string, use func(**http.Response)) error {
	resp, err := http.Get(url)
	use(&resp)
	return err
}

func okCloseReturned(url string) (func() error, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body.Close, nil
}

func okTypeSwitch(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	// After 101 the body is the connection.
	if connection, ok := resp.Body.(io.ReadWriteCloser); ok {
		return connection.Close()
	}
	return nil
}
