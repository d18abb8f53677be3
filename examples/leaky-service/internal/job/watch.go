package job

import (
	"context"
	"log"
	"path/filepath"
	"time"
)

type archiveKey struct{}

// Watch imports archives as their names come in. The context of each has those of all before it.
func Watch(ctx context.Context, folder string, names <-chan string) {
	for name := range names {
		ctx = context.WithValue(ctx, archiveKey{}, name) // leak: growing-context
		importLogged(ctx, folder, name)
	}
}

// Poll imports the archives that stand in a folder, again and again.
func Poll(ctx context.Context, from, folder string, pause time.Duration) error {
	for ctx.Err() == nil {
		names, err := filepath.Glob(filepath.Join(from, "*.zip"))
		if err != nil {
			return err
		}
		for _, name := range names {
			ctx := context.WithValue(ctx, archiveKey{}, name)
			importLogged(ctx, folder, name)
		}
		time.Sleep(pause)
	}
	return ctx.Err()
}

func importLogged(ctx context.Context, folder, path string) {
	if err := importArchive(folder, path); err != nil {
		log.Printf("%v: %v", ctx.Value(archiveKey{}), err)
	}
}
