// Package detached starts processes that are to go their own way.
package detached

import (
	"os"
	"os/exec"
	"syscall"
)

// All that is wanted to be known is whether it has started.
func okRestart(path string) error {
	cmd := exec.Command(path, os.Args[1:]...)
	cmd.Stdout = os.Stdout
	return cmd.Start()
}

func okSession(path string) error {
	cmd := exec.Command(path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}

// The new server takes over the listeners of the old one, which ends.
func okHandover(path string, listeners []*os.File) error {
	cmd := exec.Command(path)
	cmd.ExtraFiles = listeners
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}

// A group of its own is made to be killed as a whole, and waited for.
func group(path string, work func() error) error {
	cmd := exec.Command(path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil { // want "is not waited for on every path"
		return err
	}
	if err := work(); err != nil {
		return err
	}
	return cmd.Wait()
}
