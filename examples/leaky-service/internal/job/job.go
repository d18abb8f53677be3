package job

import (
	"archive/zip"
	"context"
	"log"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

const workers = 4

// Import copies the files in archives into a folder and logs how far it is. Stopping a ticker does not close its
// channel: the goroutine that logs waits for ever.
func Import(ctx context.Context, folder string, paths []string) {
	var done atomic.Int64
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	go func() { // leak: endless-goroutine
		for range ticker.C {
			log.Printf("%d of %d", done.Load(), len(paths))
		}
	}()

	queue := make(chan string)
	var running sync.WaitGroup
	for range workers {
		running.Add(1)
		go func() {
			defer running.Done()
			// Ends when the queue is closed.
			for path := range queue {
				if err := importArchive(folder, path); err != nil {
					log.Printf("%s: %v", path, err)
				}
				done.Add(1)
			}
		}()
	}
	defer running.Wait()
	defer close(queue)
	for _, path := range paths {
		select {
		case queue <- path:
		case <-ctx.Done():
			return
		}
	}
}

// Count counts the files in archives and logs how far it is, until it returns.
func Count(paths []string) (int, error) {
	var done atomic.Int64
	finished := make(chan struct{})
	defer close(finished)
	go func() {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-finished:
				return
			case <-ticker.C:
				log.Printf("%d of %d", done.Load(), len(paths))
			}
		}
	}()

	total := 0
	for _, path := range paths {
		entries, err := Entries(path)
		if err != nil {
			return 0, err
		}
		total += entries
		done.Add(1)
	}
	return total, nil
}

// Check tells how many files are archives. Its workers wait for more after the last one.
func Check(paths []string) int {
	queue := make(chan string)
	var archives atomic.Int64
	var unchecked sync.WaitGroup
	for range workers {
		go func() { // leak: endless-goroutine
			for {
				if IsArchive(<-queue) {
					archives.Add(1)
				}
				unchecked.Done()
			}
		}()
	}
	unchecked.Add(len(paths))
	for _, path := range paths {
		queue <- path
	}
	unchecked.Wait()
	return int(archives.Load())
}

func importArchive(folder, path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		if err := importEntry(folder, entry); err != nil {
			return err
		}
	}
	return nil
}

func importEntry(folder string, entry *zip.File) error {
	content, err := entry.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	return Write(filepath.Join(folder, filepath.Base(entry.Name)), content)
}
