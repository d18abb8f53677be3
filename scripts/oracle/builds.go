package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// A goBuild is what one run of `go list` sees: the modules of a go.work, or one module by itself.
type goBuild struct {
	// dir is where the go command runs.
	dir         string
	environment []string
	flags       []string
	// patterns select the packages below the folder that was asked for.
	patterns []string
	// modules are the paths of all modules with packages there, whichever build they belong to.
	modules  []string
	standard bool
}

// findBuilds sorts the modules at, above and below a folder into builds. The folder itself is never written to:
// where the go command may have to complete go.mod and go.sum, it gets copies of them in scratch.
func findBuilds(dir, scratch string) ([]*goBuild, error) {
	modules, err := findModules(dir)
	if err != nil {
		return nil, err
	}
	standard := modulePath(modules[0]) == "std"
	if standard {
		// The commands in cmd are a module of their own and no part of the standard library.
		modules = modules[:1]
	}
	var paths []string
	for _, module := range modules {
		paths = append(paths, modulePath(module))
	}
	known := map[string]*goBuild{}
	var builds []*goBuild
	for _, module := range modules {
		workspace := workspaceOf(module)
		key, root := module, module
		if workspace != "" {
			key, root = workspace, filepath.Dir(workspace)
		}
		build := known[key]
		if build == nil {
			build = &goBuild{dir: root, modules: paths, standard: standard}
			if err := build.prepare(workspace, filepath.Join(scratch, fmt.Sprint(len(builds)))); err != nil {
				return nil, err
			}
			known[key] = build
			builds = append(builds, build)
		}
		top := module
		if within(dir, module) {
			top = dir
		}
		build.patterns = append(build.patterns, pattern(root, top))
	}
	return builds, nil
}

// prepare sets environment and flags. What the user says in GOFLAGS comes first.
func (b *goBuild) prepare(workspace, scratch string) error {
	b.environment = append(os.Environ(), "CGO_ENABLED=0", "GOTOOLCHAIN=local", "PWD="+b.dir)
	if root := filepath.Dir(b.dir); b.standard && root != runtime.GOROOT() {
		b.environment = append(b.environment, "GOROOT="+root)
	}
	_, err := os.Stat(filepath.Join(b.dir, "vendor"))
	isFixed := err == nil || strings.Contains(os.Getenv("GOFLAGS"), "-mod")
	switch {
	case workspace == "" && isFixed:
		b.environment = append(b.environment, "GOWORK=off")
		return nil
	case workspace == "":
		b.environment = append(b.environment, "GOWORK=off")
		b.flags = []string{"-mod=mod", "-modfile=" + filepath.Join(scratch, "go.mod")}
		return copyFiles(b.dir, scratch, "go.mod", "go.sum")
	case isFixed:
		b.environment = append(b.environment, "GOWORK="+workspace)
		return nil
	default:
		copied := filepath.Join(scratch, "go.work")
		b.environment = append(b.environment, "GOWORK="+copied)
		if err := copyFiles(b.dir, scratch, "go.work", "go.work.sum"); err != nil {
			return err
		}
		return makeAbsolute(copied, b.dir)
	}
}

// copyFiles copies those of the named files that are there to a new folder.
func copyFiles(from, to string, names ...string) error {
	if err := os.Mkdir(to, 0o700); err != nil {
		return err
	}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(to, name), content, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// goCommand prepares a run of the go command in this build.
func (b *goBuild) goCommand(arguments ...string) *exec.Cmd {
	command := exec.Command("go", arguments...)
	command.Dir = b.dir
	command.Env = b.environment
	command.Stderr = os.Stderr
	return command
}

// header asks the go command what it builds for.
func (b *goBuild) header() (header, error) {
	header := header{Standard: b.standard}
	const format = "{{context.GOOS}} {{context.GOARCH}} {{len context.ReleaseTags}}" +
		"{{range context.ToolTags}} {{.}}{{end}}{{range context.BuildTags}} {{.}}{{end}}"
	output, err := b.goCommand("list", "-f", format, "unsafe").Output()
	if err != nil {
		return header, fmt.Errorf("go list in %s: %w", b.dir, err)
	}
	words := strings.Fields(string(output))
	header.GOOS, header.GOARCH, header.Tags = words[0], words[1], words[3:]
	if header.Release, err = strconv.Atoi(words[2]); err != nil {
		return header, err
	}
	output, err = b.goCommand("env", "GOMODCACHE").Output()
	header.ModuleCache = filepath.ToSlash(strings.TrimSpace(string(output)))
	return header, err
}

// pattern names all packages at and below a folder, seen from root.
func pattern(root, folder string) string {
	relative, err := filepath.Rel(root, folder)
	if err != nil {
		relative = folder
	}
	if relative == "." {
		return "./..."
	}
	return "./" + filepath.ToSlash(relative) + "/..."
}
