// Package handedover starts processes that somebody else waits for.
package handedover

import (
	"os"
	"os/exec"
)

func okReturned(name string) (*exec.Cmd, error) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return cmd, nil
}

type service struct{ cmd *exec.Cmd }

func okStored(name string) (*service, error) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &service{cmd: cmd}, nil
}

func (s *service) okField() error {
	s.cmd = exec.Command("x")
	return s.cmd.Start()
}

// Another name for what somebody else has.
func (s *service) okAlias() error {
	cmd := s.cmd
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}

// Whoever has made the command waits for it.
func okParameter(cmd *exec.Cmd) error {
	cmd.Stdout = os.Stdout
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}

func okNumber(name string) (int, error) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	return cmd.Process.Pid, nil
}

func okProcessNumber(path string) (int, error) {
	p, err := os.StartProcess(path, []string{path}, &os.ProcAttr{})
	if err != nil {
		return 0, err
	}
	return p.Pid, nil
}

func okProcess(name string, watch func(*os.Process)) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	watch(cmd.Process)
	return nil
}

func okSent(name string, started chan<- *exec.Cmd) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	started <- cmd
	return nil
}

func okWaitReturned(name string) (func() error, error) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return cmd.Wait, nil
}

// The list holds them on.
func okListed(commands []*exec.Cmd) error {
	started := 0
	for _, cmd := range commands {
		if err := cmd.Start(); err != nil {
			break
		}
		started++
	}
	for _, cmd := range commands[:started] {
		if err := cmd.Wait(); err != nil {
			return err
		}
	}
	return nil
}
