// Command longlived needs its tickers for as long as it runs.
package main

import (
	"fmt"
	"log"
	"os"
	"sync"
	"time"
)

// A package variable lives as long as the process.
var second = time.Tick(time.Second)

func main() {
	ticker := time.NewTicker(time.Minute)
	go okEndless()
	go okEndlessRange()
	okStartedOnce()
	once.Do(func() {
		t := time.NewTicker(time.Hour)
		<-t.C
	})
	for range 3 {
		<-ticker.C
	}
	for range time.Tick(time.Second) {
		if !wait() {
			return
		}
	}
}

var once sync.Once

func init() {
	<-time.Tick(time.Millisecond)
}

func okEndless() {
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case <-ticker.C:
			fmt.Println("tick")
		case <-second:
			// This leaves the select, not the loop.
			break
		}
	}
}

func okEndlessRange() {
	for range time.NewTicker(time.Second).C {
		fmt.Println("tick")
	}
}

func okEndlessChannel() {
	c := time.NewTicker(time.Second).C
	for {
		<-c
	}
}

func okEndlessTick() {
	for now := range time.Tick(time.Second) {
		fmt.Println(now)
	}
}

// It ends with the process.
func okFatal(check func() error) {
	for range time.Tick(time.Second) {
		if err := check(); err != nil {
			log.Fatal(err)
		}
	}
}

func okExit(orphaned func() bool) {
	for range time.NewTicker(time.Second).C {
		if orphaned() {
			os.Exit(1)
		}
	}
}

func okTickVariable(send func(time.Time) error) {
	tick := time.Tick(time.Second)
	for now := range tick {
		if send(now) != nil {
			continue
		}
	}
}

// The goroutine needs the ticker for ever.
func okEndlessGoroutine() {
	ticker := time.NewTicker(time.Second)
	go func() {
		for range ticker.C {
			fmt.Println("tick")
		}
	}()
}

func okStartedOnce() {
	ticker := time.NewTicker(time.Second)
	<-ticker.C
}

func wait() bool {
	ticker := time.NewTicker(time.Second) // want "is never stopped"
	<-ticker.C
	return true
}
