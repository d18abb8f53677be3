// Command longlived waits for signals until its end.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go okWaits()
	for range 3 {
		okPrompt()
		again := make(chan os.Signal, 1)
		signal.Notify(again, syscall.SIGTERM) // want "gets another value before it is unregistered"
		<-again
	}
	<-c
}

func okWaits() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	<-c
}

// Most functions of a command run once.
func okPrompt() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}
