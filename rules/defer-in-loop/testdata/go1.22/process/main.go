// A program: what its main function does a few times does not pile up.
package main

import (
	"fmt"
	"os"
)

const levels = 3

func main() {
	for i := 0; i < 10; i++ {
		defer fmt.Println("counting", i) // want "not when the turn ends"
	}
	lateOpensConfiguration()
	for _, path := range os.Args[1:] {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "pile up until main returns"
		fmt.Println(f.Name())
	}
	opensForEach(os.Args)
}

func lateOpensConfiguration() {
	for _, path := range []string{"/etc/app.conf", "app.conf"} {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
	}
	for level := range levels {
		f, err := os.Create(fmt.Sprint("level", level))
		if err != nil {
			return
		}
		defer f.Close() // want "not when the turn ends"
	}
}

// Called in a loop.
func opens() {
	for _, path := range []string{"a", "b"} {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
	}
}

func opensForEach(paths []string) {
	for range paths {
		opens()
	}
}
