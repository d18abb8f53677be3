// Command oracle prints what Go's own type checker knows about every file of the packages below a folder: what
// each call calls, what type each variable has, what each identifier stands for. scripts/oracle.mjs compares it
// with what leakcheck finds out from the source alone.
//
// It writes JSON lines: first a header, then files and problems as they come, the files of a package together.
// All offsets count UTF-16 code units from the start of the file, a byte order mark left out.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// header is the first line: the build that the answers hold for.
type header struct {
	GOOS   string `json:"goos"`
	GOARCH string `json:"goarch"`
	// Release is N of Go 1.N.
	Release int `json:"release"`
	// Tags are further build tags that hold: experiments that are on by default, and -tags of GOFLAGS.
	Tags []string `json:"tags"`
	// ModuleCache is the folder of Go's module cache.
	ModuleCache string `json:"moduleCache"`
	// Standard says that the folder is Go's standard library: calls within its module are calls into std.
	Standard bool `json:"standard"`
}

// fileLine is what is known of one file. The lists hold tuples, which are a third of the size of objects.
type fileLine struct {
	Path    string `json:"path"`
	Package string `json:"package"`
	// Offset of the call's opening parenthesis, callee, class (std, module, other, universe, none), shape.
	Calls [][4]any `json:"calls,omitempty"`
	// Offset of the declaring identifier (of the clause, for the variable of a type switch), type, origin.
	Variables [][3]any `json:"variables,omitempty"`
	// Offset of the identifier, definition.
	Definitions [][2]any `json:"definitions,omitempty"`
}

// problemLine tells of something that makes the answers incomplete.
type problemLine struct {
	Problem string `json:"problem"`
}

// options are what the command line says.
type options struct {
	dir     string
	tests   bool
	only    string
	pattern *regexp.Regexp
}

func main() {
	options, err := parseOptions()
	if err == nil {
		err = run(options)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func parseOptions() (options, error) {
	tests := flag.Bool("tests", false, "answer for test files as well")
	only := flag.String("only", "", "calls, variables or definitions: answer this one question only")
	pattern := flag.String("package", "", "answer for packages whose import path matches, with `...` as in go list")
	flag.Parse()
	dir, err := filepath.Abs(flag.Arg(0))
	expression := strings.ReplaceAll(regexp.QuoteMeta(*pattern), `\.\.\.`, ".*")
	if *pattern == "" {
		expression = ".*"
	}
	// As for the go command, x/... matches x itself.
	expression = strings.Replace(expression, "/.*", "(/.*)?", 1)
	return options{dir, *tests, *only, regexp.MustCompile("^(" + expression + ")$")}, err
}

func run(options options) error {
	scratch, err := os.MkdirTemp("", "leakcheck-oracle-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	builds, err := findBuilds(options.dir, scratch)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriterSize(os.Stdout, 1<<20)
	out := json.NewEncoder(buffer)
	out.SetEscapeHTML(false)
	write := func(line any) {
		// Flush tells of errors.
		_ = out.Encode(line)
	}
	header, err := builds[0].header()
	if err != nil {
		return err
	}
	write(header)
	answered := map[string]bool{}
	for _, build := range builds {
		graph, err := loadGraph(build, options)
		if err != nil {
			write(problemLine{err.Error()})
			continue
		}
		for _, problem := range graph.problems {
			write(problemLine{problem})
		}
		graph.check(header.GOARCH, func(checked *checkedPackage) {
			for _, problem := range checked.problems {
				write(problemLine{problem})
			}
			answer(checked, graph, options.only, func(file *fileLine) {
				if !answered[file.Path] {
					answered[file.Path] = true
					write(file)
				}
			})
		})
	}
	return buffer.Flush()
}
