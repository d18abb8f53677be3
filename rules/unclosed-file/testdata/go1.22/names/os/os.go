// Package os has the name of the standard library's, and opens nothing that must be closed.
package os

type Handle struct{}

func Open(string) (Handle, error) { return Handle{}, nil }

func (Handle) Name() string { return "" }
