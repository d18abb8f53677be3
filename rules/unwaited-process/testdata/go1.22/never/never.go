// Package never starts processes that nobody waits for.
package never

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
)

func started(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil { // want `cmd, the command that cmd\.Start starts, is never waited for`
		return err
	}
	return nil
}

// Having read all of the output is not the same as having waited.
func readsOutput(ctx context.Context, name string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, name)
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil { // want "is never waited for"
		return nil, err
	}
	return io.ReadAll(output)
}

func scansOutput(name string) (lines []string, err error) {
	cmd := exec.Command(name)
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	err = cmd.Start() // want "is never waited for"
	if err != nil {
		return nil, err
	}
	scanner := bufio.NewScanner(output)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	return lines, scanner.Err()
}

// A process that was killed stays in the table of processes, too.
func killed(name string, work func()) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil { // want "is never waited for"
		return err
	}
	work()
	return cmd.Process.Kill()
}

func killedInTheEnd(name string, work func() error) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil { // want "is never waited for"
		return err
	}
	defer cmd.Process.Kill()
	return work()
}

// The goroutine that copies what the command writes goes on for as long as nobody waits.
func intoBuffer(name string) {
	var output bytes.Buffer
	cmd := exec.Command(name)
	cmd.Stdout = &output
	cmd.Env = append(os.Environ(), "LANG=C")
	err := cmd.Start() // want "is never waited for"
	fmt.Println(cmd.Args, err)
}

func process(path string) error {
	p, err := os.StartProcess(path, []string{path}, &os.ProcAttr{}) // want `p, the process that os\.StartProcess starts, is never waited for`
	if err != nil {
		return err
	}
	return p.Signal(os.Interrupt)
}

func discarded(path string) error {
	_, err := os.StartProcess(path, nil, &os.ProcAttr{}) // want "the process that os.StartProcess starts is thrown away, so it can never be waited for"
	return err
}

func everyTurn(names []string) error {
	for _, name := range names {
		cmd := exec.Command(name)
		if err := cmd.Start(); err != nil { // want "is never waited for|gets another value"
			return err
		}
	}
	return nil
}

func overwritten(path string, names []string) (p *os.Process, err error) {
	for _, name := range names {
		p, err = os.StartProcess(path, []string{name}, &os.ProcAttr{}) // want "gets another value before it is waited for"
		if err != nil {
			return nil, err
		}
	}
	return p, nil
}

// settings has a field that says nothing of processes.
type settings struct{ Setsid bool }

func otherSettings(name string, use func(settings)) {
	use(settings{Setsid: true})
	cmd := exec.Command(name)
	cmd.Start() // want "is never waited for"
}

// The other command is waited for, and neither was made elsewhere.
func otherWaited() error {
	first, second := exec.Command("a"), exec.Command("b")
	if err := first.Start(); err != nil { // want "is never waited for"
		return err
	}
	return second.Wait()
}
