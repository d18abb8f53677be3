// Package undeclared has what looks like a resource. No configuration says that it is one.
package undeclared

type lease struct{}

func (*lease) Close() error { return nil }

func open() (*lease, error) { return &lease{}, nil }

func okForgotten() error {
	_, err := open()
	return err
}

func okThrownAway() {
	open()
}
