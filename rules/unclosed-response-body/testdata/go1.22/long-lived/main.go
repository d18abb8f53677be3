// Command longlived asks once and is at its end.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	resp, err := http.Get(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	io.Copy(os.Stdout, resp.Body)
	for _, url := range os.Args[3:] {
		http.Get(url) // want "thrown away"
	}
	okExits(os.Args[2])
}

func okExits(url string) {
	resp, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	io.Copy(os.Stdout, resp.Body)
	os.Exit(0)
}
