package main

import (
	"fmt"
	"os"
)

func okCalledOnceByOther() {
	f, _ := os.Create("other.log")
	fmt.Fprintln(f, "started")
}
