// Package names has things that are called like those that open files.
package names

import (
	goos "os"
	"strings"

	"example.com/fixture/os"
)

// This os is a package of the module.
func okOtherPackage(path string) string {
	h, _ := os.Open(path)
	return h.Name()
}

type filesystem struct{}

type handle struct{}

func (filesystem) Open(string) (handle, error)   { return handle{}, nil }
func (filesystem) Create(string) (handle, error) { return handle{}, nil }
func (handle) Name() string                      { return "" }

func okLocalVariable(path string) string {
	var os filesystem
	h, _ := os.Open(path)
	return h.Name()
}

func okParameter(os filesystem, path string) {
	_, _ = os.Create(path)
}

func (os filesystem) okReceiver(path string) {
	_, _ = os.Create(path)
}

type owner struct{ os filesystem }

func (o owner) okField(path string) {
	_, _ = o.os.Open(path)
}

func okMethod(fs filesystem, path string) {
	h, _ := fs.Open(path)
	_ = h.Name()
}

func okOwnFunction(path string) {
	_, _ = Open(path)
}

// Open is no os.Open.
func Open(string) (handle, error) { return handle{}, nil }

func okMethodOfFile(f *goos.File) {
	f.Chdir()
	_, _ = f.Stat()
}

func okOtherFunctions(path string) {
	_, _ = goos.ReadFile(path)
	_, _ = goos.Stat(path)
	_ = goos.Remove(path)
	_, _ = goos.ReadDir(path)
	_, _ = goos.MkdirTemp("", path)
}

func okText() string {
	// _, err := os.Open(path)
	return strings.ToUpper(`_, err := os.Open(path)`)
}

func okFunctionValueOnly() func(string) (*goos.File, error) {
	return goos.Open
}

func shadowEnds(path string) {
	{
		var os filesystem
		_, _ = os.Create(path)
	}
	_, _ = goos.Create(path) // want "goos.Create opens is thrown away"
}
