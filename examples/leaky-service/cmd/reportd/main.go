// Command reportd takes uploads and makes reports of them.
package main

import (
	"context"
	"database/sql"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"example.com/leaky-service/internal/audit"
	"example.com/leaky-service/internal/convert"
	"example.com/leaky-service/internal/job"
	"example.com/leaky-service/internal/ledger"
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
	archives := flag.String("archives", "archives", "where old archives are put to be taken over")
	collector := flag.String("collector", "localhost:5140", "where it is written down who did what")
	flag.Parse()

	// A few goroutines for as long as the process runs are no leak.
	go logMemory()
	for _, disk := range strings.Split(*disks, ",") {
		go checkDisk(disk)
	}
	if err := convert.WarmUp(); err != nil {
		log.Print(err)
	}
	// The driver is that of the deployment.
	bookings, err := sql.Open("postgres", os.Getenv("LEDGER"))
	if err != nil {
		log.Fatal(err)
	}
	s := &service{
		bank:     rates.NewClient(*bank),
		backup:   rates.NewClient(*backup),
		audit:    audit.New(*collector),
		ledger:   ledger.New(bookings),
		messages: make(chan string),
	}
	if err := s.serve(*address, *folder, *archives); err != nil {
		log.Fatal(err)
	}
}

// service is what the requests are answered with.
type service struct {
	store        *upload.Store
	uploads      *quota.Quota
	bank, backup *rates.Client
	audit        *audit.Collector
	ledger       *ledger.Ledger
	messages     chan string
}

func (s *service) serve(address, folder, archives string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	store, err := upload.NewStore(folder)
	if err != nil {
		return err
	}
	s.store = store
	if s.bank.Retry(ctx, 3) != nil {
		log.Print(s.backup.RetrySlowly(ctx, 3))
	}
	poller := rates.NewPoller(s.bank, time.Hour)
	poller.Start()
	defer poller.Stop()
	follower := rates.Follow(s.backup, time.Hour)
	defer follower.Close()
	s.uploads = quota.New(100, time.Minute)
	defer s.uploads.Close()
	go func() { log.Print(job.Poll(ctx, archives, folder, time.Minute)) }()

	server := &http.Server{
		Addr:              address,
		Handler:           s.routes(),
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
