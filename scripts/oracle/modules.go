package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// findModules returns the directories of the modules that hold packages of a folder, that of the folder first.
func findModules(dir string) ([]string, error) {
	var modules []string
	for above := dir; ; above = filepath.Dir(above) {
		if isFile(filepath.Join(above, "go.mod")) {
			modules = append(modules, above)
			break
		}
		if filepath.Dir(above) == above {
			break
		}
	}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name := entry.Name()
		isSkipped := name == "vendor" || name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
		if entry.IsDir() && isSkipped {
			return filepath.SkipDir
		}
		if name == "go.mod" && filepath.Dir(path) != dir {
			modules = append(modules, filepath.Dir(path))
		}
		return nil
	})
	if err == nil && len(modules) == 0 {
		err = fmt.Errorf("there is no go.mod at, above or below %s", dir)
	}
	return modules, err
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)`)

func modulePath(directory string) string {
	content, _ := os.ReadFile(filepath.Join(directory, "go.mod"))
	if match := moduleLine.FindSubmatch(content); match != nil {
		return string(match[1])
	}
	return ""
}

// within says whether a path is a folder or lies in it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(folder, path)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
