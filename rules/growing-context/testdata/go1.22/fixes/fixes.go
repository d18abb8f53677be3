// Package fixes has places where the fix is plain, and others.
package fixes

import "context"

type key struct{}

func use(context.Context) bool { return false }

func plain(ctx context.Context, jobs <-chan int) {
	for job := range jobs {
		ctx = context.WithValue(ctx, key{}, job) // want "wraps ctx"
		use(ctx)
	}
}

// Nothing in the branch would use a variable of its own.
func inBranch(ctx context.Context, jobs <-chan int) {
	for job := range jobs {
		if job == 1 {
			ctx = context.WithValue(ctx, key{}, job) // want "wraps ctx"
		}
		use(ctx)
	}
}

// The other variable is wanted after the loop.
func withCancel(ctx context.Context) {
	var cancel context.CancelFunc
	for !use(ctx) {
		ctx, cancel = context.WithCancel(ctx) // want "wraps ctx"
		use(ctx)
	}
	cancel()
}

func literal(ctx context.Context) func() bool {
	return func() bool {
		ctx = context.WithValue(ctx, key{}, 1) // want "each call of the function literal"
		return use(ctx)
	}
}
