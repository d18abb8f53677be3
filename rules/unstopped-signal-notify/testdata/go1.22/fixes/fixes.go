// Package fixes shows registrations for which there is a suggestion, and others.
package fixes

import (
	"os"
	"os/signal"
)

func plain() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want "is never unregistered"
	<-c
}

func inBlock(isWanted bool) {
	c := make(chan os.Signal, 1)
	if isWanted {
		signal.Notify(c, os.Interrupt) // want "is never unregistered"
	}
	<-c
}
