// Package named has other things that are called like those of package context.
package named

import (
	"time"

	"example.com/fixture/context"
)

type derived struct{}

func (derived) WithCancel(any) (any, func()) { return nil, func() {} }

func okOtherPackage(parent any) any {
	ctx, _ := context.WithCancel(parent)
	return ctx
}

func okMethod(parent any) any {
	var context derived
	ctx, _ := context.WithCancel(parent)
	return ctx
}

func WithTimeout(any, time.Duration) (any, func()) { return nil, nil }

func okFunction(parent any) any {
	ctx, _ := WithTimeout(parent, time.Second)
	return ctx
}
