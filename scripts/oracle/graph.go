package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/types"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// listed is what `go list -json` says of a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	ImportMap  map[string]string
	Standard   bool
	DepOnly    bool
	ForTest    string
	Module     *struct {
		Path      string
		GoVersion string
		Main      bool
	}
	Error *struct{ Err string }
}

const listedFields = "ImportPath,Dir,GoFiles,Imports,ImportMap,Standard,DepOnly,ForTest,Module,Error"

// A goPackage is a package on its way to be checked.
type goPackage struct {
	listed
	// path is how types and functions of the package are printed: an import path as a Go file writes it.
	path string
	// class of calls into the package.
	class string
	// target says that questions about this package are to be answered; of others only declarations are needed.
	target bool
	// imports are the packages by the path that a Go file writes. Those that would close a cycle are left out.
	imports map[string]*goPackage
	// checked is closed when types is there, and result, which goes when it has been made use of.
	checked chan struct{}
	types   *types.Package
	result  *checkedPackage
}

// A graph is all packages of a build, each after those it imports.
type graph struct {
	packages []*goPackage
	problems []string
	// classes holds the class of each *types.Package: paths alone may be those of two packages, one of them
	// vendored by the standard library.
	classes sync.Map
}

// loadGraph asks the go command for the packages of a build and all that they import.
func loadGraph(build *goBuild, options options) (*graph, error) {
	arguments := append([]string{"list", "-e", "-deps", "-json=" + listedFields}, build.flags...)
	if options.tests {
		arguments = append(arguments, "-test")
	}
	command := build.goCommand(append(arguments, build.patterns...)...)
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		return nil, err
	}
	graph := &graph{}
	known := map[string]*goPackage{}
	for decoder := json.NewDecoder(output); ; {
		var entry listed
		err := decoder.Decode(&entry)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		graph.add(entry, known, build, options)
	}
	if err := command.Wait(); err != nil {
		return nil, fmt.Errorf("go list in %s: %w", build.dir, err)
	}
	graph.keepReachable()
	return graph, nil
}

// add takes in the next package of the list, which holds imported packages before those that import them.
func (g *graph) add(entry listed, known map[string]*goPackage, build *goBuild, options options) {
	if isTestMain(entry) {
		return
	}
	p := &goPackage{
		listed:  entry,
		path:    plainPath(entry),
		class:   classOf(entry, build),
		imports: map[string]*goPackage{},
		checked: make(chan struct{}),
	}
	p.target = !entry.DepOnly && options.pattern.MatchString(p.path) && len(entry.GoFiles) > 0
	for written, actual := range entry.ImportMap {
		if imported := known[actual]; imported != nil {
			p.imports[written] = imported
		}
	}
	for _, path := range entry.Imports {
		if imported := known[path]; imported != nil {
			p.imports[path] = imported
		}
	}
	if p.target && entry.Error != nil {
		g.problems = append(g.problems, p.path+": "+entry.Error.Err)
	}
	known[entry.ImportPath] = p
	g.packages = append(g.packages, p)
}

// keepReachable drops the packages that no target needs.
func (g *graph) keepReachable() {
	needed := map[*goPackage]bool{}
	for _, p := range slices.Backward(g.packages) {
		if p.target || needed[p] {
			needed[p] = true
			for _, imported := range p.imports {
				needed[imported] = true
			}
		}
	}
	g.packages = slices.DeleteFunc(g.packages, func(p *goPackage) bool { return !needed[p] })
}

// isTestMain recognises the program that the go command writes to run the tests of a package.
func isTestMain(entry listed) bool {
	return strings.HasSuffix(entry.ImportPath, ".test") && len(entry.GoFiles) == 1 && filepath.IsAbs(entry.GoFiles[0])
}

// plainPath drops what the go command puts around import paths: the copies of packages for a test, `p [p.test]`,
// and the folder of the packages that the standard library has vendored.
func plainPath(entry listed) string {
	path, _, _ := strings.Cut(entry.ImportPath, " ")
	if entry.Standard {
		path = strings.TrimPrefix(path, "vendor/")
	}
	return path
}

func classOf(entry listed, build *goBuild) string {
	switch {
	case entry.Standard:
		return "std"
	case entry.Module != nil && (entry.Module.Main || slices.Contains(build.modules, entry.Module.Path)):
		return "module"
	default:
		return "other"
	}
}
