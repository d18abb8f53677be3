// Package commands is part of a program, as what it imports shows.
package commands

import (
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// Root has other commands below it.
var Root = &cobra.Command{Use: "serve"}

func OkServe(serve func(stop <-chan os.Signal)) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	serve(nil)
	<-c
}

func Each(names []string) {
	for range names {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt) // want "gets another value before it is unregistered"
		<-c
	}
}
