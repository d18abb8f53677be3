// Package names has things that are called like those that give responses.
package names

import (
	"context"
	web "net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"example.com/fixture/http"
)

// This http is a package of the module.
func okOtherPackage(url string) string {
	resp, _ := http.Get(url)
	return resp.Status
}

// Response is no http.Response.
type Response struct {
	Status string
	Body   *strings.Reader
}

type client struct{}

func (client) Get(string) (*Response, error)           { return &Response{}, nil }
func (client) Do(*web.Request) (*Response, error)      { return &Response{}, nil }
func (client) Post(...string) (resp Response, _ error) { return resp, nil }

func okOwnType(c client, req *web.Request) string {
	resp, _ := c.Do(req)
	c.Get("x")
	return resp.Status
}

func okLocalVariable(url string) string {
	var http client
	resp, _ := http.Get(url)
	return resp.Status
}

func okParameter(http client, url string) {
	_, _ = http.Get(url)
	http.Post(url)
}

type owner struct{ http client }

func (o owner) okField(url string) {
	_, _ = o.http.Get(url)
}

// A method of its own hides the one of the embedded client.
type counting struct {
	*web.Client
	count int
}

func (c *counting) Get(string) (int, error) { c.count++; return c.count, nil }

func okOverridden(c *counting) int {
	n, _ := c.Get("x")
	return n
}

// A recorder's response is in memory.
func okRecorder(handler web.Handler, req *web.Request) string {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, req)
	resp := recorder.Result()
	return resp.Status
}

func okHeaderGet(header web.Header, values url.Values) string {
	header.Get("Accept")
	return values.Get("q")
}

// The answer to HEAD has no body.
func okHead(url string) int {
	resp, err := web.Head(url)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func okHeadRequest(client *web.Client, url string) string {
	req, err := web.NewRequest("HEAD", url, nil)
	if err != nil {
		return ""
	}
	resp, err := client.Do(req)
	if err != nil {
		return ""
	}
	return resp.Header.Get("ETag")
}

func okHeadRequestWithContext(ctx context.Context, url string) bool {
	req, _ := web.NewRequestWithContext(ctx, web.MethodHead, url, nil)
	_, err := web.DefaultClient.Do(req)
	return err == nil
}

func headOrGet(client *web.Client, url string) error {
	req, _ := web.NewRequest(web.MethodHead, url, nil)
	if _, err := client.Do(req); err == nil { // want "thrown away"
		return nil
	}
	req, _ = web.NewRequest(web.MethodGet, url, nil)
	_, err := client.Do(req) // want "thrown away"
	return err
}

func okMadeHere() *web.Response {
	resp := &web.Response{StatusCode: 200, Body: web.NoBody}
	return resp
}

func okFunctionValueOnly() func(string) (*web.Response, error) {
	return web.Get
}

func shadowEnds(url string) {
	{
		var web client
		_, _ = web.Get(url)
	}
	_, _ = web.Get(url) // want "thrown away"
}

const asking = web.MethodHead

func okConstant(client *web.Client, url string) bool {
	req, _ := web.NewRequest(asking, url, nil)
	_, err := client.Do(req)
	return err == nil
}

// The name of a constant is not its value.
func misnamed(client *web.Client, url string) bool {
	const HEAD = "GET"
	req, _ := web.NewRequest(HEAD, url, nil)
	_, err := client.Do(req) // want "thrown away"
	return err == nil
}

func okHeadRequestDeclared(client *web.Client, url string) (etag string, err error) {
	var req *web.Request
	req, err = web.NewRequest("HEAD", url, nil)
	if err != nil {
		return "", err
	}
	for i := 0; i < 3; i++ {
		resp, err := client.Do(req)
		if err != nil {
			return "", err
		}
		etag = resp.Header.Get("ETag")
	}
	return etag, nil
}

func perhapsHeadRequest(client *web.Client, url string, all bool) (etag string, err error) {
	req, err := web.NewRequest("HEAD", url, nil)
	if all {
		req, err = web.NewRequest("GET", url, nil)
	}
	if err != nil {
		return "", err
	}
	resp, err := client.Do(req) // want "never closed"
	if err != nil {
		return "", err
	}
	return resp.Header.Get("ETag"), nil
}
