// Package events sends what happens to clients that listen.
package events

import (
	"context"
	"fmt"
	"io"
	"time"
)

const silence = time.Minute

// Forward writes messages until the context ends, and a sign of life when there are none. Each message leaves a timer.
func Forward(ctx context.Context, messages <-chan string, w io.Writer) error {
	for {
		select {
		case message := <-messages:
			if _, err := fmt.Fprintf(w, "data: %s\n\n", message); err != nil {
				return err
			}
		case <-time.After(silence): // leak: time-after-in-loop
			if _, err := fmt.Fprint(w, ": still here\n\n"); err != nil {
				return err
			}
		case <-ctx.Done():
			return nil
		}
	}
}

// ForwardPlain is the same without signs of life: it ends when nothing happens for a while.
func ForwardPlain(ctx context.Context, messages <-chan string, w io.Writer) error {
	idle := time.NewTimer(silence)
	defer idle.Stop()
	for {
		select {
		case message := <-messages:
			if _, err := fmt.Fprintln(w, message); err != nil {
				return err
			}
		case <-idle.C:
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}
