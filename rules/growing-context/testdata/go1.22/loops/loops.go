// Package loops wraps a context of its own again and again.
package loops

import "context"

type key struct{}

func use(context.Context) bool { return false }

func counted(ctx context.Context) {
	for i := 0; i < 10; i++ {
		ctx = context.WithValue(ctx, key{}, i) // want "each turn of the loop wraps ctx once more"
		ctx = context.WithValue(ctx, "other", "value")
		use(ctx)
	}
}

func ranged(ctx context.Context, items []string) {
	for _, item := range items {
		ctx = withItem(ctx, item) // want "wraps ctx"
		use(ctx)
	}
}

func withItem(ctx context.Context, item string) context.Context {
	return context.WithValue(ctx, key{}, item)
}

func endless(ctx context.Context, jobs <-chan int) {
	var cancel context.CancelFunc
	for {
		ctx, cancel = context.WithCancel(ctx) // want "wraps ctx"
		if use(ctx) {
			cancel()
			return
		}
		<-jobs
		cancel()
	}
}

func inBranch(ctx context.Context, jobs <-chan int) {
	for job := range jobs {
		switch job {
		case 1:
			if len(jobs) > 0 {
				ctx = context.WithoutCancel(ctx) // want "wraps ctx"
			}
		}
	}
}

func nested(ctx context.Context) {
	for {
		ctx = withItem(context.WithoutCancel(ctx), "x") // want "wraps ctx"
		if use(ctx) {
			return
		}
	}
}

type session struct{ ctx context.Context }

func (s *session) field(jobs <-chan int) {
	for job := range jobs {
		s.ctx = context.WithValue(s.ctx, key{}, job) // want "wraps s.ctx"
		use(s.ctx)
	}
}

func shared(s *session, list []session) {
	for i := 0; i < 10; i++ {
		alias := s
		alias.ctx = context.WithValue(alias.ctx, key{}, i)     // want "wraps alias.ctx"
		list[0].ctx = context.WithValue(list[0].ctx, key{}, i) // want "wraps list\\[0\\].ctx"
	}
}

// The inner loop is left at once, the outer one goes on.
func outer(ctx context.Context, jobs <-chan int) {
	for job := range jobs {
		for {
			ctx = context.WithValue(ctx, key{}, job) // want "wraps ctx"
			break
		}
		use(ctx)
	}
}

func continued(ctx context.Context) {
	for first := true; ; first = false {
		if first {
			continue
		}
		ctx = context.WithValue(ctx, key{}, 1) // want "wraps ctx"
		if use(ctx) {
			break
		}
	}
}
