// Command reportd takes uploads and makes reports of them.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"example.com/leaky-service/internal/quota"
	"example.com/leaky-service/internal/rates"
	"example.com/leaky-service/internal/upload"
)

func main() {
	address := flag.String("address", "localhost:8080", "where to listen")
	folder := flag.String("folder", "uploads", "where uploads are kept")
	bank := flag.String("bank", "https://rates.example.com/latest", "where exchange rates come from")
	backup := flag.String("backup", "https://rates.example.org/latest", "where they come from otherwise")
	disks := flag.String("disks", ".", "folders to look after, with commas")
	flag.Parse()

	// A few goroutines for as long as the process runs are no leak.
	go logMemory()
	for _, disk := range strings.Split(*disks, ",") {
		go checkDisk(disk)
	}
	if err := serve(*address, *folder, rates.NewClient(*bank), rates.NewClient(*backup)); err != nil {
		log.Fatal(err)
	}
}

func serve(address, folder string, bank, backup *rates.Client) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	store, err := upload.NewStore(folder)
	if err != nil {
		return err
	}
	if bank.Retry(ctx, 3) != nil {
		log.Print(backup.RetrySlowly(ctx, 3))
	}
	poller := rates.NewPoller(bank, time.Hour)
	poller.Start()
	defer poller.Stop()
	follower := rates.Follow(backup, time.Hour)
	defer follower.Close()
	uploads := quota.New(100, time.Minute)
	defer uploads.Close()

	server := &http.Server{
		Addr:              address,
		Handler:           routes(store, uploads, bank, backup),
		ReadHeaderTimeout: 10 * time.Second,
	}
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
