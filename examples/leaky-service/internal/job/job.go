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

// Job imports archives into a folder.
type Job struct {
	folder string
	done   atomic.Int64
}

// New makes a job that writes into a folder.
func New(folder string) *Job {
	return &Job{folder: folder}
}

// Run imports archives and logs how far it is. A stopped ticker closes nothing: the goroutine waits for ever.
func (j *Job) Run(ctx context.Context, paths []string) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	go func() { // leak: endless-goroutine
		for range ticker.C {
			log.Printf("%d of %d", j.done.Load(), len(paths))
		}
	}()
	j.importAll(ctx, paths)
}

// RunQuickly imports archives and logs how far it is while it runs.
func (j *Job) RunQuickly(ctx context.Context, paths []string) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				log.Printf("%d of %d", j.done.Load(), len(paths))
			}
		}
	}()
	j.importAll(ctx, paths)
}

// Check looks at archives with several workers. They go on after the last one.
func Check(paths []string) int {
	queue := make(chan string)
	var archives atomic.Int64
	var checked sync.WaitGroup
	for range workers {
		go func() { // leak: endless-goroutine
			for {
				path := <-queue
				if IsArchive(path) {
					archives.Add(1)
				}
				checked.Done()
			}
		}()
	}
	checked.Add(len(paths))
	for _, path := range paths {
		queue <- path
	}
	checked.Wait()
	return int(archives.Load())
}

func (j *Job) importAll(ctx context.Context, paths []string) {
	queue := make(chan string)
	var running sync.WaitGroup
	for range workers {
		running.Add(1)
		go func() {
			defer running.Done()
			// Ends when the queue is closed.
			for path := range queue {
				if err := j.importOne(path); err != nil {
					log.Printf("%s: %v", path, err)
				}
				j.done.Add(1)
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

func (j *Job) importOne(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		if err := j.importEntry(entry); err != nil {
			return err
		}
	}
	return nil
}

func (j *Job) importEntry(entry *zip.File) error {
	content, err := entry.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	return Copy(filepath.Join(j.folder, filepath.Base(entry.Name)), content)
}
