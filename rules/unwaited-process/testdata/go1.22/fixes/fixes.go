// Package fixes shows where a deferred Wait is offered.
package fixes

import (
	"os"
	"os/exec"
)

func afterErrorCheck(path string) error {
	p, err := os.StartProcess(path, []string{path}, &os.ProcAttr{}) // want "is never waited for"
	if err != nil {
		return err
	}
	return p.Signal(os.Interrupt)
}

// No fix: the statement that starts declares nothing.
func inCondition(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil { // want "is never waited for"
		return err
	}
	return nil
}
