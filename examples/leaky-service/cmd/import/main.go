// Command import takes over old archives: import [-check|-count|-size|-ask] [-to FOLDER] ARCHIVE…
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"

	"example.com/leaky-service/internal/collate"
	"example.com/leaky-service/internal/job"
)

func main() {
	check := flag.Bool("check", false, "tell how many of the files are archives")
	count := flag.Bool("count", false, "count the files in the archives")
	size := flag.Bool("size", false, "tell how big the archives are")
	ask := flag.Bool("ask", false, "ask for each archive whether to take it over")
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
	collate.Sort(paths)
	switch {
	case *check:
		fmt.Println(job.Check(paths))
	case *count:
		files, err := job.Count(paths)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(files)
	case *size:
		bytes, err := job.Sizes(paths)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(bytes)
	case *ask:
		job.Watch(context.Background(), *folder, confirmed(paths))
	default:
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		job.Import(ctx, *folder, paths)
	}
}

// confirmed sends the archives for which the answer is yes.
func confirmed(paths []string) <-chan string {
	names, answers := make(chan string), make(chan string)
	go func() {
		defer close(answers)
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			answers <- lines.Text()
		}
	}()
	go func() {
		defer close(names)
		for _, path := range paths {
			fmt.Print(path, "? ")
			if job.Confirm(answers) {
				names <- path
			}
		}
	}()
	return names
}
