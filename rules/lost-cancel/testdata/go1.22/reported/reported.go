// Package reported has what maintainers of lostcancel and of gosec's G118 have been told, in our own words: what they report
// although the function is called, and what they do not see.
package reported

import (
	"context"
	"errors"
	"log"
	"time"
)

func call(ctx context.Context) error { return ctx.Err() }

// lostcancel golang/go#25720, golang/go#58850: the deferred literal is there before the variable has its value.
func okDeferredBefore(parent context.Context, timeout time.Duration) error {
	ctx, cancel := parent, func() {}
	defer func() { cancel() }()
	if timeout > 0 {
		ctx, cancel = context.WithTimeout(parent, timeout)
	}
	return call(ctx)
}

// lostcancel golang/go#25720: the same with a variable that is nil at first.
func okDeferredUnlessNil(parent context.Context, isLimited bool) error {
	var cancel context.CancelFunc
	defer func() {
		if cancel != nil {
			cancel()
		}
	}()
	ctx := parent
	if isLimited {
		ctx, cancel = context.WithTimeout(parent, time.Second)
	}
	return call(ctx)
}

// lostcancel golang/go#58850, the other way round: the arguments of a deferred call are those of the moment.
func deferredOld(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	if call(ctx) != nil {
		ctx, cancel = context.WithCancel(parent) // want `cancel, the cancel function that context\.WithCancel returns, is never called`
	}
	return call(ctx)
}

var (
	shared context.Context
	stop   context.CancelFunc
)

// lostcancel golang/go#31856, gosec #1601: variables of the package, which another function calls.
func okPackageVariable(parent context.Context) {
	shared, stop = context.WithCancel(parent)
	if err := call(shared); err != nil {
		return
	}
	log.Print("started")
}

func Shutdown() { stop() }

// lostcancel, by design: any mention counts as a use, so this way to silence it is common.
func silenced(parent context.Context) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute) // want `cancel, the cancel function that context\.WithTimeout returns, is never called`
	_ = cancel
	return call(ctx)
}

// lostcancel, by design: it is mentioned on all paths, and called on one.
func mentioned(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want `cancel, the cancel function that context\.WithCancel returns, is not called on every path`
	if cancel == nil {
		return errors.New("no cancel function")
	}
	if err := call(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

// gosec #1584: returned, for the caller to call.
func okReturned(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, func() {
		log.Print("shutting down")
		cancel()
	}
}

// gosec #1584: the caller does not.
func callerForgets(parent context.Context) error {
	ctx, end := derived(parent) // want `end, the cancel function that derived returns, is not called on every path`
	if err := call(ctx); err != nil {
		return err
	}
	end()
	return nil
}

func derived(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, cancel
}

// gosec #1590: called in a goroutine.
func okGoroutine(parent context.Context, done <-chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		<-done
		cancel()
	}()
	return ctx
}

// gosec #1590: the goroutine calls it on one of its paths.
func goroutineForgets(parent context.Context, done <-chan error) {
	ctx, cancel := context.WithCancel(parent) // want `cancel, the cancel function that context\.WithCancel returns, is n`
	go func() {
		if err := <-done; err != nil {
			return
		}
		call(ctx)
		cancel()
	}()
}

type job struct {
	ctx    context.Context
	cancel context.CancelFunc
}

// gosec #1591: in a field of what is returned.
func okFieldReturned(parent context.Context) job {
	_, cancel := context.WithCancel(parent)
	j := job{cancel: cancel}
	return j
}

// gosec #1595: in a field that is set later, and called in a deferred literal.
func okFieldDeferred(parent context.Context) error {
	var j job
	ctx, cancel := context.WithCancel(parent)
	j.cancel = cancel
	defer func() { j.cancel() }()
	return call(ctx)
}

// gosec #1637: in a field of what a goroutine is given, which defers it after a recover.
func okFieldInGoroutine(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	j := &job{ctx: ctx, cancel: cancel}
	go func(j *job) {
		defer func() {
			if r := recover(); r != nil {
				log.Print("panic: ", r)
			}
		}()
		defer j.cancel()
		call(j.ctx)
	}(j)
}

// gosec #1668: in a slice of functions that a deferred literal calls one by one.
func okSlice(parent context.Context) error {
	var ends []func()
	defer func() {
		for _, end := range ends {
			end()
		}
	}()
	ctx, cancel := context.WithTimeout(parent, time.Second)
	ends = append(ends, cancel)
	return call(ctx)
}

// gosec #1668: a slice that nobody looks at again keeps nothing alive.
func deadSlice(parent context.Context) error {
	var ends []func()
	ctx, cancel := context.WithTimeout(parent, time.Second) // want `cancel, the cancel function that context\.WithTimeout returns, is never called`
	ends = append(ends, cancel)
	return call(ctx)
}
