// Package context has the name of the standard library's.
package context

type Context interface{}
