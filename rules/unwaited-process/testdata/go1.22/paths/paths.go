// Package paths waits for processes, and on some ways does not.
package paths

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
)

func readError(name string, handle func(string)) error {
	cmd := exec.Command(name)
	output, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil { // want "is not waited for on every path: `return err` leaves it behind"
		return err
	}
	scanner := bufio.NewScanner(output)
	for scanner.Scan() {
		handle(scanner.Text())
	}
	if err := scanner.Err(); err != nil {
		return err
	}
	return cmd.Wait()
}

func writeError(name string, input io.Reader) error {
	cmd := exec.Command(name)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil { // want "is not waited for on every path"
		return err
	}
	if _, err := io.Copy(stdin, input); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	stdin.Close()
	return cmd.Wait()
}

// Killing the receiver does not take it out of the table of processes.
func pipeline(receiver, sender *exec.Cmd) error {
	second := exec.Command("receive")
	if err := second.Start(); err != nil { // want "second, the command that second.Start starts, is not waited for on every path"
		return err
	}
	first := exec.Command("send")
	if err := first.Run(); err != nil {
		second.Process.Kill()
		return err
	}
	return second.Wait()
}

func okKilledAndWaited(name string, input io.Reader) error {
	cmd := exec.Command(name)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	if _, err := io.Copy(stdin, input); err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return err
	}
	stdin.Close()
	return cmd.Wait()
}
