// Package context is not the one of the standard library.
package context

func WithCancel(parent any) (any, func()) { return parent, func() {} }
