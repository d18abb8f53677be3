// Package cmd is a library: what its folder is called says nothing.
package cmd

import (
	"os"
	"os/signal"
)

// Prompt waits for an interrupt.
func Prompt() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "is never unregistered"
	<-c
}
