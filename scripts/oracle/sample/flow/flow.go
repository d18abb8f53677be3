// Package flow has statements that declare.
package flow

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"sync"
	"time"
)

func ranges(array [3]int, pointer *[4]string, text string, m map[string][]error, c <-chan func()) {
	for i := range array {
		_ = i
	}
	for i, s := range pointer {
		_, _ = i, s
	}
	for i, r := range text {
		_, _ = i, r
	}
	for key, errs := range m {
		for _, err := range errs {
			fmt.Println(key, err.Error())
		}
	}
	for f := range c {
		f()
	}
	for n := range 10 {
		_ = n
	}
	for n := range uint8(3) {
		_ = n
	}
	var i, j = 0, int64(0)
	for i, j = 0, 1; i < 3; i, j = i+1, j*2 {
	}
	var pair struct{ key, value string }
	for pair.key = range m {
	}
}

func switches(value any, err error) string {
	switch v := value.(type) {
	case nil:
		return fmt.Sprint(v)
	case int, int64:
		return fmt.Sprint(v)
	case string:
		return v
	case []byte:
		return string(v)
	case fmt.Stringer:
		return v.String()
	case func() (io.ReadCloser, error):
		reader, err := v()
		if err == nil {
			defer reader.Close()
		}
	case interface{ Timeout() bool }:
		return fmt.Sprint(v.Timeout())
	case *net.OpError:
		return v.Op + v.Addr.Network() + v.Unwrap().Error()
	default:
		_ = v
	}
	switch x := err.(type) {
	case *fs.PathError:
		return x.Path
	}
	var missing *fs.PathError
	switch {
	case errors.As(err, &missing):
		return missing.Op
	}
	switch n := len(os.Args); n {
	case 0, 1:
	default:
		return os.Args[n-1]
	}
	return ""
}

type worker struct {
	group sync.WaitGroup
	once  sync.Once
	jobs  chan job
	quit  context.CancelFunc
}

type job struct {
	run   func(context.Context) error
	after *time.Timer
	reply chan<- error
}

func (w *worker) start(parent context.Context) {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	w.quit = cancel
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	w.group.Add(1)
	go func() {
		defer w.group.Done()
		for {
			select {
			case next, open := <-w.jobs:
				if !open {
					return
				}
				err := next.run(ctx)
				next.after.Stop()
				next.reply <- err
			case now := <-ticker.C:
				fmt.Println(now.Sub(time.Time{}).Seconds())
			case s := <-signals:
				w.once.Do(func() { fmt.Println(s.String()) })
			case <-ctx.Done():
				fmt.Println(ctx.Err().Error(), context.Cause(ctx))
				return
			}
		}
	}()
	w.group.Wait()
}
