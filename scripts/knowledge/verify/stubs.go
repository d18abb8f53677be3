package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const otherBuildsMark = "// Other builds."

// After every position.
const noPos = token.Pos(1 << 40)

// A type-checked stub.
type stub struct {
	types  *types.Package
	errors []error
	// Where the declarations begin that only other builds have.
	otherBuilds token.Pos
	// Constants that hang on the sizes of types: stubs do not have all fields.
	measures map[string]bool
}

// Imports stubs, and compiled packages where there is no stub.
type stubImporter struct {
	fset     *token.FileSet
	folders  []string
	real     types.Importer
	packages map[string]*stub
}

func (i *stubImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if stub := i.load(path); stub != nil {
		return stub.types, nil
	}
	return i.real.Import(path)
}

func (i *stubImporter) load(path string) *stub {
	if stub, found := i.packages[path]; found {
		return stub
	}
	var loaded *stub
	for _, folder := range i.folders {
		file := filepath.Join(folder, filepath.FromSlash(path)+".goapi")
		if text, err := os.ReadFile(file); err == nil {
			loaded = i.check(path, file, string(text))
			break
		}
	}
	i.packages[path] = loaded
	return loaded
}

func (i *stubImporter) check(path, file, text string) *stub {
	checked := &stub{otherBuilds: noPos}
	record := func(err error) {
		// That no function has a body is what makes it a stub.
		if !strings.Contains(err.Error(), "missing function body") {
			checked.errors = append(checked.errors, err)
		}
	}
	tree, err := parser.ParseFile(i.fset, file, text, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		record(err)
	}
	for _, comment := range tree.Comments {
		if strings.TrimSpace(comment.List[0].Text) == otherBuildsMark {
			checked.otherBuilds = comment.Pos()
		}
	}
	checked.measures = measuringConstants(tree)
	if notCompiled[path] {
		checked.types = types.NewPackage(path, path)
		return checked
	}
	config := types.Config{
		Importer:         i,
		IgnoreFuncBodies: true,
		FakeImportC:      true,
		Error:            record,
		Sizes:            types.SizesFor("gc", "amd64"),
	}
	// Errors have been recorded.
	checked.types, _ = config.Check(path, i.fset, []*ast.File{tree}, nil)
	return checked
}

func measuringConstants(tree *ast.File) map[string]bool {
	names := map[string]bool{}
	for _, declaration := range tree.Decls {
		constants, isGroup := declaration.(*ast.GenDecl)
		if !isGroup || constants.Tok != token.CONST {
			continue
		}
		for _, spec := range constants.Specs {
			constant := spec.(*ast.ValueSpec)
			names[constant.Names[0].Name] = slices.ContainsFunc(constant.Values, measures)
		}
	}
	return names
}

func measures(expression ast.Expr) bool {
	found := false
	ast.Inspect(expression, func(node ast.Node) bool {
		identifier, isIdentifier := node.(*ast.Ident)
		found = found || isIdentifier && identifier.Name == "unsafe"
		return !found
	})
	return found
}
