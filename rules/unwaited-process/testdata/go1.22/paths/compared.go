package paths

import "os/exec"

func okStartedInCondition(name string) bool {
	cmd := exec.Command(name)
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return false
	}
	out.Close()
	return cmd.Wait() == nil
}

func startedInCondition(name string, quiet bool) bool {
	cmd := exec.Command(name)
	if cmd.Start() != nil { // want "is not waited for on every path: `return true` leaves it behind"
		return false
	}
	if quiet {
		return true
	}
	return cmd.Wait() == nil
}
