// Package ctx makes contexts for other packages.
package ctx

import (
	"context"
	"time"
)

// Short makes a context that ends soon.
func Short(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, time.Second)
}

// Detached has no parent that keeps it.
func Detached() (context.Context, context.CancelFunc) {
	return context.WithCancel(context.Background())
}
