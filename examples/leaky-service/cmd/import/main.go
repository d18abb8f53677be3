// Command import takes over old archives: import [-check|-count] [-to FOLDER] ARCHIVE…
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"

	"example.com/leaky-service/internal/job"
)

func main() {
	check := flag.Bool("check", false, "tell how many of the files are archives")
	count := flag.Bool("count", false, "count the files in the archives")
	folder := flag.String("to", "uploads", "where the files go")
	flag.Parse()

	paths := flag.Args()
	if len(paths) == 0 {
		spooled, err := job.Spool(os.Stdin)
		if err != nil {
			log.Fatal(err)
		}
		paths = []string{spooled}
	}
	switch {
	case *check:
		fmt.Println(job.Check(paths))
	case *count:
		files, err := job.Count(paths)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(files)
	default:
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		job.Import(ctx, *folder, paths)
	}
}
