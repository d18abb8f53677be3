// A program that ends soon, and serves.
package main

import "net/http"

func main() {
	client := &http.Client{Transport: &http.Transport{}}
	_, _ = client.Get("http://localhost/")
	okOneShot("http://localhost/")
	okOneShot("http://localhost/other")
	http.HandleFunc("/", serve)
}

// Nothing shows that the program does this often.
func okOneShot(url string) {
	client := &http.Client{Transport: &http.Transport{}}
	_, _ = client.Get(url)
}

func serve(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}} // want "each call makes"
	_, _ = client.Get("http://backend/")
}

func poll(urls []string) {
	for _, url := range urls {
		client := &http.Client{Transport: &http.Transport{}} // want "each call makes"
		_, _ = client.Get(url)
	}
}
