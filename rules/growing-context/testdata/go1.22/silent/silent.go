// Package silent wraps contexts as it should.
package silent

import "context"

type key struct{}

func use(context.Context) bool { return false }

func okDeclaredInLoop(ctx context.Context) {
	for i := 0; i < 10; i++ {
		ctx := context.WithValue(ctx, key{}, i)
		ctx = context.WithValue(ctx, "other", i)
		use(ctx)
	}
}

func okOtherVariable(parent context.Context, jobs <-chan int) {
	var ctx context.Context
	for job := range jobs {
		ctx = context.WithValue(parent, key{}, job)
		use(ctx)
	}
}

func okStartsAnew(parent context.Context, jobs <-chan int) {
	ctx := parent
	for job := range jobs {
		ctx = parent
		ctx = context.WithValue(ctx, key{}, job)
		use(ctx)
	}
}

func okSetBackAtTheEnd(parent context.Context, jobs <-chan int) {
	ctx := parent
	for job := range jobs {
		ctx = context.WithValue(ctx, key{}, job)
		use(ctx)
		ctx = parent
	}
}

func okLoopIsLeftInBranch(ctx context.Context, jobs <-chan int) context.Context {
	for job := range jobs {
		if job == 1 {
			ctx = context.WithValue(ctx, key{}, job)
			break
		}
	}
	return ctx
}

// One context with all of the values, used when they are complete.
func okCollected(ctx context.Context, values map[string]string) context.Context {
	for name, value := range values {
		ctx = context.WithValue(ctx, name, value)
	}
	return ctx
}

func okOptions(ctx context.Context, options []func(context.Context) context.Context) bool {
	for _, option := range options {
		ctx = option(ctx)
	}
	return use(ctx)
}

func okOnce(ctx context.Context, jobs <-chan int) {
	wrapped := false
	for range jobs {
		if !wrapped {
			ctx = context.WithValue(ctx, key{}, 1)
			wrapped = true
		}
		use(ctx)
	}
}

func okOnlyWhenMissing(ctx context.Context, jobs <-chan int) {
	for range jobs {
		if ctx.Value(key{}) == nil {
			ctx = context.WithValue(ctx, key{}, 1)
		}
		use(ctx)
	}
}

// Gives the same context back where there is nothing to add.
func ensure(ctx context.Context) context.Context {
	if ctx.Value(key{}) != nil {
		return ctx
	}
	return context.WithValue(ctx, key{}, 1)
}

func okEnsured(ctx context.Context, jobs <-chan int) {
	for range jobs {
		ctx = ensure(ctx)
		use(ctx)
	}
}

type session struct{ ctx context.Context }

func okCopied(ctx context.Context) {
	original := session{ctx}
	for i := 0; i < 10; i++ {
		s := original
		s.ctx = context.WithValue(s.ctx, key{}, i)
		use(s.ctx)
	}
}

func okElements(sessions []*session) {
	for i, s := range sessions {
		s.ctx = context.WithValue(s.ctx, key{}, i)
		sessions[i].ctx = context.WithValue(sessions[i].ctx, "other", i)
	}
}

func okMadeInLoop(ctx context.Context) {
	for i := 0; i < 10; i++ {
		s := &session{ctx}
		s.ctx = context.WithValue(s.ctx, key{}, i)
		use(s.ctx)
	}
}

func okNoLoop(ctx context.Context) {
	ctx = context.WithValue(ctx, key{}, 1)
	use(ctx)
}

func okOtherType(n int, jobs <-chan int) {
	for range jobs {
		n = withMore(n)
	}
}

func withMore(n int) int { return n + 1 }

// What follows a loop without an exit never runs.
func okUnreachable(ctx context.Context, jobs <-chan int) {
	for {
		use(ctx)
	}
	for job := range jobs {
		ctx = context.WithValue(ctx, key{}, job)
	}
}
