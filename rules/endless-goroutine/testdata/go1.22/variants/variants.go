// Package variants starts goroutines that are different on each system.
package variants

import "context"

func okEndsOnSomeSystems(ctx context.Context) {
	go watch()
}

func endsOnNone(ctx context.Context) {
	go poll() // want "can never end"
}
