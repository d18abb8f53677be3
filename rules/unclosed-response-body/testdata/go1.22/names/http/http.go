// Package http has the name of the standard library's, and its responses hold nothing.
package http

type Response struct{ Status string }

func Get(string) (*Response, error) { return &Response{}, nil }
