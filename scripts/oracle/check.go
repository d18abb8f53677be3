package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"runtime"
)

// A checkedPackage is what the type checker made of a package.
type checkedPackage struct {
	*goPackage
	files *token.FileSet
	// Of targets only; the rest is dropped at once to save memory.
	syntax   []*sourceFile
	info     *types.Info
	problems []string
}

// A sourceFile is one parsed file.
type sourceFile struct {
	path    string
	syntax  *ast.File
	offsets utf16Offsets
}

// check type-checks all packages, several at a time, and hands over the targets in the order of the graph.
func (g *graph) check(architecture string, handle func(*checkedPackage)) {
	fileSet := token.NewFileSet()
	sizes := types.SizesFor("gc", architecture)
	// A target keeps its slot until it has been handed over, which bounds how much of them is in memory. Slots are
	// given out in the order of the graph: a package never waits for one that is still without.
	slots := make(chan struct{}, 4*runtime.GOMAXPROCS(0))
	go func() {
		for _, p := range g.packages {
			slots <- struct{}{}
			go func() {
				for _, imported := range p.imports {
					<-imported.checked
				}
				p.result = p.check(fileSet, sizes)
				g.classes.Store(p.types, p.class)
				close(p.checked)
				if !p.target {
					<-slots
				}
			}()
		}
	}()
	for _, p := range g.packages {
		<-p.checked
		if p.target {
			handle(p.result)
			<-slots
		}
		p.result = nil
	}
}

func (p *goPackage) check(fileSet *token.FileSet, sizes types.Sizes) *checkedPackage {
	if p.ImportPath == "unsafe" {
		p.types = types.Unsafe
		return &checkedPackage{goPackage: p}
	}
	checked := &checkedPackage{goPackage: p, files: fileSet}
	var first error
	failures := 0
	fail := func(err error) {
		if failures++; first == nil {
			first = err
		}
	}
	var syntax []*ast.File
	for _, name := range p.GoFiles {
		file, err := parseFile(fileSet, filepath.Join(p.Dir, name))
		if err != nil {
			fail(err)
		}
		if file != nil {
			syntax = append(syntax, file.syntax)
			if p.target {
				checked.syntax = append(checked.syntax, file)
			}
		}
	}
	config := types.Config{
		Importer:         importer{p},
		Error:            fail,
		IgnoreFuncBodies: !p.target,
		Sizes:            sizes,
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	if p.target {
		checked.info = &types.Info{
			Types:      map[ast.Expr]types.TypeAndValue{},
			Defs:       map[*ast.Ident]types.Object{},
			Uses:       map[*ast.Ident]types.Object{},
			Implicits:  map[ast.Node]types.Object{},
			Selections: map[*ast.SelectorExpr]*types.Selection{},
		}
	}
	// Errors went to fail; there is a package all the same.
	p.types, _ = config.Check(p.path, fileSet, syntax, checked.info)
	if p.target && failures > 0 {
		checked.problems = []string{fmt.Sprintf("%s: %d errors, the first: %v", p.path, failures, first)}
	}
	return checked
}

func parseFile(fileSet *token.FileSet, path string) (*sourceFile, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	syntax, err := parser.ParseFile(fileSet, path, content, parser.SkipObjectResolution)
	if syntax == nil {
		return nil, err
	}
	return &sourceFile{path, syntax, newUTF16Offsets(content)}, err
}

// importer finds the packages that one package imports.
type importer struct{ of *goPackage }

func (i importer) Import(path string) (*types.Package, error) {
	imported := i.of.imports[path]
	if imported == nil && path == "unsafe" {
		return types.Unsafe, nil
	}
	if imported == nil || imported.types == nil || len(imported.GoFiles) == 0 {
		return nil, fmt.Errorf("package %s cannot be had", path)
	}
	return imported.types, nil
}
