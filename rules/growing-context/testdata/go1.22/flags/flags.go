// Package flags has loops that ask a flag whether to go on.
package flags

import "context"

type key struct{}

func use(ctx context.Context) bool { return ctx.Err() == nil }

func wrap(ctx context.Context) context.Context { return context.WithValue(ctx, key{}, 1) }

func okLastTurn(ctx context.Context, ticks <-chan int) {
	last := false
	for !last {
		select {
		case <-ctx.Done():
			last = true
			ctx = context.WithoutCancel(ctx)
		case <-ticks:
		}
		use(ctx)
	}
}

func okSetAfterwards(ctx context.Context, n int) {
	more := true
	for i := 0; more && i < n; i++ {
		if use(ctx) {
			ctx = wrap(ctx)
			more = false
		}
	}
}

func okInOuterLoop(ctx context.Context, items []string) {
	for done := false; !done; {
		for range items {
			use(ctx)
		}
		if use(ctx) {
			done, ctx = true, wrap(ctx)
		}
	}
}

func setInOneBranch(ctx context.Context) {
	done := false
	for !done {
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
		if use(ctx) {
			done = true
		}
	}
}

func setBack(ctx context.Context) {
	done := false
	for !done {
		done = true
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
		if use(ctx) {
			done = false
		}
	}
}

func setByCall(ctx context.Context) {
	done := false
	for !done {
		done = use(ctx)
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
	}
}

func setByOther(ctx context.Context, begin func(*bool)) {
	done := false
	begin(&done)
	for !done {
		done = true
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
		use(ctx)
	}
}

func otherFlag(ctx context.Context) {
	done, seen := false, false
	for !done {
		seen = true
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
		use(ctx)
	}
	_ = seen
}

// Either of them keeps the loop going.
func oneOfTwo(ctx context.Context, more bool) {
	done := false
	for !done || more {
		done = true
		ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
		use(ctx)
	}
}

func flagOfOuterLoop(ctx context.Context, items []string) {
	done := false
	for !done {
		for range items {
			done = true
			ctx = wrap(ctx) // want "each turn of the loop wraps ctx once more"
			use(ctx)
		}
	}
}
