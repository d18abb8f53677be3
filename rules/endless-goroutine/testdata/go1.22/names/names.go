// Package names has things that are called like others.
package names

import (
	stdcontext "context"
	"net/http"
	gotime "time"

	"example.com/fixture/context"
)

// This context is a package of the module, and does not end.
func okOtherContext(ctx context.Context) {
	go loop()
}

func loop() {
	for {
		gotime.Sleep(gotime.Second)
	}
}

// Context is a type of this package.
type Context struct{}

func okOwnType(ctx Context) {
	go loop()
}

type request struct{ *http.Request }

func okEmbedded(r request) {
	go loop()
}

func okShadowedFunction(ctx stdcontext.Context) {
	loop := func() {}
	go loop()
}

func okMethodNotFunction(ctx stdcontext.Context, l looper) {
	go l.loop()
}

type looper struct{}

func (looper) loop() {}

func aliased(ctx stdcontext.Context) {
	go loop() // want "can never end"
}

func inParentheses(ctx stdcontext.Context) {
	go (loop)()  // want "can never end"
	go (func() { // want "can never end"
		for {
		}
	})()
}
