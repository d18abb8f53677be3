// Package watchers watches files.
package watchers

import (
	"context"
	"log"

	"github.com/fsnotify/fsnotify"
)

func okUntilDone(ctx context.Context, path string) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	if err := watcher.Add(path); err != nil {
		return err
	}
	for {
		select {
		case event := <-watcher.Events:
			log.Print(event)
		case err := <-watcher.Errors:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func okInGoroutine(ctx context.Context, path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := watcher.Add(path); err != nil {
		watcher.Close()
		return err
	}
	go func() {
		defer watcher.Close()
		for {
			select {
			case <-watcher.Events:
				changed()
			case <-ctx.Done():
				return
			}
		}
	}()
	return nil
}

type reloader struct{ watcher *fsnotify.Watcher }

func okKept(path string) (*reloader, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &reloader{watcher}, watcher.Add(path)
}

// The path cannot be watched, and the watcher stays.
func kept(path string) (*reloader, error) {
	watcher, err := fsnotify.NewWatcher() // want `watcher, the watcher that fsnotify\.NewWatcher opens, is not closed on every path`
	if err != nil {
		return nil, err
	}
	if err := watcher.Add(path); err != nil {
		return nil, err
	}
	return &reloader{watcher}, nil
}

func waitForChange(path string) error {
	watcher, err := fsnotify.NewWatcher() // want "is never closed"
	if err != nil {
		return err
	}
	if err := watcher.Add(path); err != nil {
		return err
	}
	select {
	case <-watcher.Events:
		return nil
	case err := <-watcher.Errors:
		return err
	}
}

// The goroutine has the watcher from here on, and leaves it behind where that reports an error.
func watchInGoroutine(ctx context.Context, path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher() // want "^watcher, the watcher that fsnotify.NewWatcher opens, is not closed on every path: `return` leaves it behind$"
	if err != nil {
		return err
	}
	go func() {
		for {
			select {
			case <-watcher.Events:
				changed()
			case err := <-watcher.Errors:
				log.Print(err)
				return
			case <-ctx.Done():
				watcher.Close()
				return
			}
		}
	}()
	if err := watcher.Add(path); err != nil {
		return err
	}
	changed()
	return nil
}

func okWatchInGoroutine(ctx context.Context, path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	go func() {
		for {
			select {
			case <-watcher.Events:
				changed()
			case err := <-watcher.Errors:
				log.Print(err)
				watcher.Close()
				return
			case <-ctx.Done():
				watcher.Close()
				return
			}
		}
	}()
	return watcher.Add(path)
}

// Whoever starts the goroutine closes what it may leave open.
func okClosedByBoth(ctx context.Context, path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	go watchUntilFirst(watcher, changed)
	err = watcher.Add(path)
	<-ctx.Done()
	watcher.Close()
	return err
}

func startUntilFirst(path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher() // want "is not closed on every path: the end of the goroutine leaves it behind"
	if err != nil {
		return err
	}
	go watchUntilFirst(watcher, changed)
	return watcher.Add(path)
}

// In each turn the goroutine of the one before has a watcher of its own.
func startMany(paths []string, changed func()) {
	for _, path := range paths {
		watcher, err := fsnotify.NewWatcher() // want "the end of the goroutine leaves it behind"
		if err != nil {
			continue
		}
		go watchUntilFirst(watcher, changed)
		watcher.Add(path)
	}
}

func watchUntilFirst(watcher *fsnotify.Watcher, changed func()) {
	select {
	case <-watcher.Events:
		changed()
	case <-watcher.Errors:
		watcher.Close()
	}
}

// It is lost before the goroutine has it.
func startedTooLate(ctx context.Context, path string) error {
	watcher, err := fsnotify.NewWatcher() // want "`return err` leaves it behind"
	if err != nil {
		return err
	}
	if err := watcher.Add(path); err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		watcher.Close()
	}()
	return nil
}
