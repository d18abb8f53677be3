// A program that makes files for its user, and others that stay although the process ends.
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	if err := okProfile(); err != nil {
		log.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "build") // want "is never removed"
	if err != nil {
		log.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		panic(err)
	}
}

// The user finds it where the program says.
func okProfile() error {
	dir, err := os.MkdirTemp("", "profile")
	if err != nil {
		return err
	}
	fmt.Println("profile in", dir)
	return os.WriteFile(dir+"/cpu", nil, 0o600)
}
