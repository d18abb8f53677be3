// Package api gets contexts from another package of the module.
package api

import (
	"context"

	"example.com/fixture/ctx"
)

func drops(parent context.Context) error {
	c, _ := ctx.Short(parent) // want "thrown away"
	return c.Err()
}

func skips(parent context.Context, ok bool) error {
	c, cancel := ctx.Short(parent) // want "not called on every path"
	if !ok {
		return nil
	}
	cancel()
	return c.Err()
}

func okCalled(parent context.Context) error {
	c, cancel := ctx.Short(parent)
	defer cancel()
	return c.Err()
}

func okDetached() error {
	c, _ := ctx.Detached()
	return c.Err()
}

func okOfCancelled(parent context.Context) error {
	outer, cancel := context.WithCancel(parent)
	defer cancel()
	c, _ := ctx.Short(outer)
	return c.Err()
}
