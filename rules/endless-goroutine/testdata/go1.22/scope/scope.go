// Package scope starts goroutines on behalf of something that ends: a context, a request.
package scope

import (
	"context"
	"net/http"
	"time"
)

func watch(ctx context.Context, check func(context.Context)) {
	go func() { // want "can never end: its loop has no way out"
		for {
			check(ctx)
			time.Sleep(time.Minute)
		}
	}()
	<-ctx.Done()
}

func handle(w http.ResponseWriter, r *http.Request) {
	progress := make(chan int)
	go report(progress) // want "can never end"
	w.WriteHeader(http.StatusAccepted)
}

func report(progress chan<- int) {
	for done := 0; ; done++ {
		progress <- done
	}
}

func register(mux *http.ServeMux, refresh func()) {
	mux.HandleFunc("/", func(_ http.ResponseWriter, request *http.Request) {
		go func() { // want "can never end"
			for {
				refresh()
			}
		}()
	})
}

func middleware(next http.Handler, refresh func()) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		go loop(refresh) // want "can never end"
		next.ServeHTTP(w, nil)
	})
}

func loop(refresh func()) {
	for {
		refresh()
	}
}

func okContextIsWatched(ctx context.Context, check func()) {
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Minute):
				check()
			}
		}
	}()
}

func okContextError(ctx context.Context, check func()) {
	go func() {
		for ctx.Err() == nil {
			check()
		}
	}()
}

func okContextErrorInside(ctx context.Context, check func()) {
	go func() {
		for {
			if ctx.Err() != nil {
				return
			}
			check()
		}
	}()
}

func okErrorEndsIt(ctx context.Context, check func(context.Context) error) {
	go func() {
		for {
			if err := check(ctx); err != nil {
				return
			}
		}
	}()
}

func okOneShot(w http.ResponseWriter, r *http.Request, audit func()) {
	go audit()
	go func() { audit() }()
}
