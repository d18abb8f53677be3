// Package neverstopped registers channels for signals and leaves them registered.
package neverstopped

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want `^c, the signal channel that signal\.Notify registers, is never unregistered$`
	<-c
}

func untilDone(ctx context.Context) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM) // want "signals, the signal channel that signal.Notify registers, is never unregistered"
	select {
	case <-signals:
	case <-ctx.Done():
	}
}

// Closing a channel that is still registered makes the next signal panic.
func closed() {
	c := make(chan os.Signal, 1)
	signal.Notify(c) // want "is never unregistered"
	<-c
	close(c)
}

// The goroutine ends and leaves the channel registered.
func inGoroutine(stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "is never unregistered"
	go func() {
		<-c
		stop()
	}()
}

// Each turn registers one more.
func everyTurn(work func() bool) {
	for work() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt) // want "c, the signal channel that signal.Notify registers, gets another value before it is unregistered"
		<-c
	}
}

// The one that is stopped is another channel.
func other() {
	c, d := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "c, the signal channel that signal.Notify registers, is never unregistered"
	signal.Notify(d, syscall.SIGHUP)
	defer signal.Stop(d)
	<-c
}
