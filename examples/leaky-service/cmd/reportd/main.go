// Command reportd takes uploads and makes reports of them.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"example.com/leaky-service/internal/cache"
	"example.com/leaky-service/internal/quota"
	"example.com/leaky-service/internal/rates"
	"example.com/leaky-service/internal/upload"
)

func main() {
	address := flag.String("address", "localhost:8080", "where to listen")
	folder := flag.String("folder", "uploads", "where uploads are kept")
	bank := flag.String("bank", "https://rates.example.com/latest", "where exchange rates come from")
	disks := flag.String("disks", ".", "folders to check for free space, with commas")
	flag.Parse()

	// One goroutine for as long as the process runs is no leak.
	go logMemory()
	for _, disk := range strings.Split(*disks, ",") {
		//leakcheck:ignore endless-goroutine one for each disk of the machine, as long as the process runs
		go checkDisk(disk)
	}
	if err := run(*address, *folder, *bank); err != nil {
		log.Fatal(err)
	}
}

func run(address, folder, bank string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	store, err := upload.NewStore(folder)
	if err != nil {
		return err
	}
	client := rates.NewClient(bank)
	follower := rates.Follow(client, time.Hour)
	defer follower.Close()
	uploads := quota.New(100, time.Minute)
	defer uploads.Close()

	server := &http.Server{Addr: address, Handler: routes(store, client, uploads), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return server.Shutdown(ctx)
}

func routes(store *upload.Store, client *rates.Client, uploads *quota.Quota) http.Handler {
	files := upload.NewHandler(store)
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /uploads/{name}", limited(uploads, files.Put))
	mux.HandleFunc("POST /uploads/{name}", limited(uploads, files.Reserve))
	mux.HandleFunc("GET /uploads/{name}/rows", files.Rows)
	mux.HandleFunc("GET /uploads/{name}/trace", files.Trace)
	mux.HandleFunc("GET /uploads/{name}/size", files.Watch)
	mux.HandleFunc("GET /reports/{name}", reports(store, client))
	return mux
}

func limited(uploads *quota.Quota, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil || !uploads.Allow(host) {
			http.Error(w, "too many uploads", http.StatusTooManyRequests)
			return
		}
		next(w, r)
	}
}

func reports(store *upload.Store, client *rates.Client) http.HandlerFunc {
	finished := cache.New(time.Minute)
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("name")
		if err := client.WaitReady(r.Context()); err != nil {
			http.Error(w, "there are no exchange rates", http.StatusServiceUnavailable)
			return
		}
		report, err := finished.Get(name, func() (string, error) { return render(store, client, name) })
		if err != nil {
			http.Error(w, "there is no such upload", http.StatusNotFound)
			return
		}
		io.WriteString(w, report)
	}
}

func render(store *upload.Store, client *rates.Client, name string) (string, error) {
	file, err := store.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	size, err := io.Copy(io.Discard, file)
	if err != nil {
		return "", err
	}
	dollars, ok := client.Rate("USD")
	if !ok {
		return "", errors.New("the price of a dollar is not known")
	}
	return fmt.Sprintf("%s: %d bytes, at %.4f dollars a euro\n", name, size, dollars), nil
}

func logMemory() {
	for range time.Tick(time.Minute) {
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		log.Printf("%d bytes in use", memory.HeapAlloc)
	}
}

func checkDisk(folder string) {
	for {
		if _, err := os.Stat(folder); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Minute)
	}
}
