// Package singleturn has loops that are left in their first turn.
package singleturn

import "context"

type key struct{}

func use(ctx context.Context) bool { return ctx.Err() == nil }

func left(ctx context.Context) {
	for {
		ctx = context.WithValue(ctx, key{}, 1) // want "puts a context around ctx and in its place: it is left in its first turn"
		break
	}
	use(ctx)
}

func leftAfterBranches(ctx context.Context, done <-chan int) bool {
	for {
		select {
		case <-done:
			ctx = context.WithValue(ctx, key{}, 1) // want "left in its first turn"
		default:
		}
		for range 3 {
			if use(ctx) {
				continue
			}
		}
		return use(ctx)
	}
}

func wrappedInTheCase(ctx context.Context, n int) context.Context {
	for n > 0 {
		switch n {
		case 1:
			ctx, _ = context.WithCancel(ctx) // want "left in its first turn"
		}
		break
	}
	return ctx
}

func okOwnVariable(ctx context.Context) {
	for {
		ctx := context.WithValue(ctx, key{}, 1)
		ctx = context.WithValue(ctx, key{}, 2)
		use(ctx)
		break
	}
}

func okAnew(ctx context.Context) {
	for {
		ctx = context.Background()
		ctx = context.WithValue(ctx, key{}, 1)
		use(ctx)
		break
	}
}

// It is left there only: other turns come before.
func okFound(ctx context.Context, jobs []int) context.Context {
	for _, job := range jobs {
		if job == 1 {
			ctx = context.WithValue(ctx, key{}, job)
			break
		}
	}
	return ctx
}

func okContinued(ctx context.Context, n int) context.Context {
	for {
		n--
		if n > 0 {
			continue
		}
		ctx = context.WithValue(ctx, key{}, n)
		return ctx
	}
}

// The break is for the switch.
func okBreakOfSwitch(ctx context.Context, next func() int) context.Context {
	for use(ctx) {
		switch next() {
		case 1:
			ctx = context.WithValue(ctx, key{}, 1)
			return ctx
		default:
			break
		}
	}
	return ctx
}
