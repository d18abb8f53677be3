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
