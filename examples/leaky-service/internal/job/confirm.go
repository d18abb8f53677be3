package job

import (
	"context"
	"os"
	"os/signal"
)

// Confirm waits for an answer or an interrupt. Interrupts go to its channel for ever.
func Confirm(answers <-chan string) bool {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt) // leak: unstopped-signal-notify
	select {
	case answer := <-answers:
		return answer == "yes"
	case <-interrupts:
		return false
	}
}

// ConfirmAll waits for an answer for all archives together.
func ConfirmAll(ctx context.Context, answers <-chan string) bool {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	select {
	case answer := <-answers:
		return answer == "all"
	case <-interrupts:
		return false
	case <-ctx.Done():
		return false
	}
}
