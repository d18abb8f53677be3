// Package limits loses cancel functions in ways that the rule does not see yet. Functions whose names begin with unseen
// are known to be missed.
package limits

import "context"

func call(ctx context.Context) error { return ctx.Err() }

type worker struct{ stop context.CancelFunc }

// Nothing calls the field.
func unseenField(parent context.Context) {
	var w worker
	var ctx context.Context
	ctx, w.stop = context.WithCancel(parent)
	call(ctx)
}

// What a deferred function literal asks is not compared with the way there.
func unseenCondition(parent context.Context) (err error) {
	ctx, cancel := context.WithCancel(parent)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	return call(ctx)
}

// The helper does not even name its parameter.
func unseenHelper(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	ignore(cancel)
	call(ctx)
}

func ignore(context.CancelFunc) {}

func unseenFunctionValue(parent context.Context) error {
	derive := context.WithCancel
	ctx, _ := derive(parent)
	return call(ctx)
}
