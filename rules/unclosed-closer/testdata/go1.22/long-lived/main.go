// Command longlived makes a store that it keeps until it ends.
package main

import (
	"fmt"
	"os"
)

type store struct{ file *os.File }

func open(path string) (*store, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &store{file: f}, nil
}

func (s *store) Close() error { return s.file.Close() }

func (s *store) name() string { return s.file.Name() }

func main() {
	s, err := open(os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(s.name())
	for _, path := range os.Args[1:] {
		another(path)
	}
	okStarted()
}

// Called once, by main.
func okStarted() {
	s, err := open("state")
	if err == nil {
		fmt.Println(s.name())
	}
}

// Called for every argument.
func another(path string) {
	s, err := open(path) // want `s, the store that open makes, is never closed`
	if err == nil {
		fmt.Println(s.name())
	}
}
