// A program: what its main function does a few times does not pile up.
package main

import (
	"fmt"
	"os"
)

const levels = 3

func main() {
	for i := 0; i < 10; i++ {
		defer fmt.Println("counting", i)
	}
	okOpensConfiguration()
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

func okOpensConfiguration() {
	for _, path := range []string{"/etc/app.conf", "app.conf"} {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
	}
	for level := range levels {
		f, err := os.Create(fmt.Sprint("level", level))
		if err != nil {
			return
		}
		defer f.Close()
	}
}

// Called in a loop.
func opens() {
	for _, path := range []string{"a", "b"} {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "pile up"
	}
}

func opensForEach(paths []string) {
	for range paths {
		opens()
	}
}
