package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// workspaceOf returns the nearest go.work above a module that uses it, or nothing.
func workspaceOf(module string) string {
	if os.Getenv("GOWORK") == "off" {
		return ""
	}
	for above := module; ; above = filepath.Dir(above) {
		file := filepath.Join(above, "go.work")
		if isFile(file) && slices.Contains(usedModules(file), module) {
			return file
		}
		if filepath.Dir(above) == above {
			return ""
		}
	}
}

// usedModules returns the directories that a go.work uses; none when it cannot be read.
func usedModules(file string) []string {
	work, _ := readWorkspace(file)
	var directories []string
	for _, use := range work.Use {
		directories = append(directories, absolute(use.DiskPath, filepath.Dir(file)))
	}
	return directories
}

// workspace is what the go command says of a go.work.
type workspace struct {
	Use     []struct{ DiskPath string }
	Replace []struct {
		Old, New struct{ Path, Version string }
	}
}

func readWorkspace(file string) (workspace, error) {
	var work workspace
	output, err := editWorkspace(file, "-json").Output()
	if err == nil {
		err = json.Unmarshal(output, &work)
	}
	return work, err
}

func editWorkspace(file string, edits ...string) *exec.Cmd {
	command := exec.Command("go", slices.Concat([]string{"work", "edit"}, edits, []string{file})...)
	command.Env = append(os.Environ(), "GOTOOLCHAIN=local")
	return command
}

// makeAbsolute makes a go.work independent of the folder that it was copied from.
func makeAbsolute(file, folder string) error {
	work, err := readWorkspace(file)
	if err != nil {
		return err
	}
	var edits []string
	for _, use := range work.Use {
		edits = append(edits, "-dropuse="+use.DiskPath, "-use="+absolute(use.DiskPath, folder))
	}
	for _, replace := range work.Replace {
		if replace.New.Version == "" {
			old := strings.TrimSuffix(replace.Old.Path+"@"+replace.Old.Version, "@")
			edits = append(edits, "-replace="+old+"="+absolute(replace.New.Path, folder))
		}
	}
	return editWorkspace(file, edits...).Run()
}

func absolute(path, folder string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}
