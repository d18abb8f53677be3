// Command import takes over folders of old archives: import FOLDER FROM.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"

	"example.com/leaky-service/internal/job"
)

func main() {
	check := flag.Bool("check", false, "only count the archives")
	list := flag.Bool("list", false, "only count the files in them")
	quick := flag.Bool("quick", false, "import without keeping a copy of standard input")
	flag.Parse()
	if err := run(flag.Arg(0), flag.Arg(1), *check, *list, *quick); err != nil {
		log.Fatal(err)
	}
}

func run(folder, from string, check, list, quick bool) error {
	paths, err := filepath.Glob(filepath.Join(from, "*.zip"))
	if err != nil {
		return err
	}
	if check {
		fmt.Println(job.Check(paths))
		return nil
	}
	if list {
		return listEntries(paths)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if quick {
		job.New(folder).RunQuickly(ctx, paths)
		return nil
	}
	spooled, err := job.Spool(os.Stdin)
	if err != nil {
		return err
	}
	log.Printf("standard input is kept in %s", spooled)
	job.New(folder).Run(ctx, paths)
	return nil
}

func listEntries(paths []string) error {
	for _, path := range paths {
		entries, err := job.Entries(path)
		if err != nil {
			return err
		}
		fmt.Println(path, entries)
	}
	return nil
}
