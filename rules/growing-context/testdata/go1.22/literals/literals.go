// Package literals wraps contexts of the functions around its literals.
package literals

import (
	"context"
	"net/http"

	"github.com/spf13/cobra"
)

type key struct{}

func use(context.Context) error { return nil }

func middleware(ctx context.Context) func() error {
	return func() error {
		ctx = context.WithValue(ctx, key{}, 1) // want "each call of the function literal wraps ctx once more"
		return use(ctx)
	}
}

func handler(ctx context.Context) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx = context.WithValue(ctx, key{}, r.URL.Path) // want "each call of the function literal"
		_ = use(ctx)
	})
}

func perTurn(ctx context.Context, items []string, run func(func())) {
	for _, item := range items {
		run(func() {
			ctx = context.WithValue(ctx, key{}, item) // want "each turn of the loop wraps ctx"
			_ = use(ctx)
		})
	}
}

func started(ctx context.Context, items []string) {
	for _, item := range items {
		go func() {
			ctx = context.WithValue(ctx, key{}, item) // want "each turn of the loop wraps ctx"
			_ = use(ctx)
		}()
	}
}

func okOwnVariable(ctx context.Context) func() error {
	return func() error {
		ctx := context.WithValue(ctx, key{}, 1)
		return use(ctx)
	}
}

func okOwnParameter() func(context.Context) error {
	return func(ctx context.Context) error {
		ctx = context.WithValue(ctx, key{}, 1)
		return use(ctx)
	}
}

func okStartsAnew(ctx context.Context) func() error {
	return func() error {
		ctx = context.Background()
		ctx = context.WithValue(ctx, key{}, 1)
		return use(ctx)
	}
}

// Who calls it, and how often, is not known.
func okHandedOver(ctx context.Context, once func(func())) {
	once(func() {
		ctx = context.WithValue(ctx, key{}, 1)
	})
	_ = use(ctx)
}

func okCalledAtOnce(ctx context.Context) {
	func() {
		ctx = context.WithValue(ctx, key{}, 1)
	}()
	_ = use(ctx)
}

func okDeferred(ctx context.Context) {
	defer func() {
		ctx = context.WithValue(ctx, key{}, 1)
		_ = use(ctx)
	}()
}

// A command runs once in the life of a process.
func okCommand(ctx context.Context) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		ctx = context.WithValue(ctx, key{}, args)
		return use(ctx)
	}
}

func commandWithLoop(ctx context.Context) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		for _, arg := range args {
			ctx = context.WithValue(ctx, key{}, "arg") // want "each turn of the loop wraps ctx"
			if arg == "" || use(ctx) != nil {
				break
			}
		}
		return nil
	}
}

func returnedByCommand(ctx context.Context) func(*cobra.Command) func() error {
	return func(cmd *cobra.Command) func() error {
		return func() error {
			ctx = context.WithValue(ctx, key{}, 1) // want "each call of the function literal"
			return use(ctx)
		}
	}
}
