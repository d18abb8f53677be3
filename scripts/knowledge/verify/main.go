// Verify compares stubs with what they were made from. It type-checks every stub with go/types, importing other
// stubs, and compares what each exports with the export data of the compiled package.
//
//	go run *.go EXPORTS FOLDER... < import paths
//
// EXPORTS lists import paths and export data files, as `go list -export -deps -f '{{.ImportPath}} {{.Export}}'`
// prints them. Stubs are looked for in the folders, in order.
package main

import (
	"bufio"
	"fmt"
	"go/importer"
	"go/token"
	"io"
	"os"
	"strings"
)

// What has no counterpart: the compiler knows these packages by itself.
var notCompiled = map[string]bool{"builtin": true, "unsafe": true}

func main() {
	exports := readExports(os.Args[1])
	fset := token.NewFileSet()
	real := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		file, found := exports[path]
		if !found {
			return nil, fmt.Errorf("no export data for %q", path)
		}
		return os.Open(file)
	})
	stubs := &stubImporter{fset: fset, folders: os.Args[2:], real: real, packages: map[string]*stub{}}
	report := &report{}
	lines := bufio.NewScanner(os.Stdin)
	packages := 0
	for lines.Scan() {
		path := lines.Text()
		stub := stubs.load(path)
		if stub == nil {
			report.add("%s: no stub", path)
			continue
		}
		packages++
		for _, err := range stub.errors {
			report.add("%s: %v", path, err)
		}
		if notCompiled[path] {
			continue
		}
		if exports[path] == "" {
			fmt.Printf("%s: not compared, this build does not have it\n", path)
			continue
		}
		compiled, err := real.Import(path)
		if err != nil {
			report.add("%s: %v", path, err)
			continue
		}
		report.compare(path, stub, compiled)
	}
	for _, line := range report.lines {
		fmt.Println(line)
	}
	fmt.Printf("%d packages, %d exported objects, %d differences\n", packages, report.objects, len(report.lines))
	if len(report.lines) > 0 {
		os.Exit(1)
	}
}

func readExports(file string) map[string]string {
	text, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	exports := map[string]string{}
	for _, line := range strings.Split(string(text), "\n") {
		if path, export, found := strings.Cut(line, " "); found && export != "" {
			exports[path] = export
		}
	}
	return exports
}
