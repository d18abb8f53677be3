// Package waited waits for whatever it starts.
package waited

import (
	"context"
	"io"
	"log"
	"os"
	"os/exec"
	"time"
)

func okWait(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}

func okDeferred(name string, work func() error) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	return work()
}

func okLiteral(name string, work func() error) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	return work()
}

// Run and Output wait themselves.
func okRun(name string) ([]byte, error) {
	if err := exec.Command(name).Run(); err != nil {
		return nil, err
	}
	return exec.Command(name).Output()
}

func okGoroutine(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		if err := cmd.Wait(); err != nil {
			log.Print(err)
		}
	}()
	return nil
}

func okGoMethod(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}

func okTimeout(ctx context.Context, name string) error {
	cmd := exec.CommandContext(ctx, name)
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Minute):
		cmd.Process.Kill()
		return <-done
	}
}

func okReleased(path string) error {
	p, err := os.StartProcess(path, []string{path}, &os.ProcAttr{})
	if err != nil {
		return err
	}
	return p.Release()
}

func okCommandReleased(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}

func okProcessWaited(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	_, err := cmd.Process.Wait()
	return err
}

func okFatal(name string) {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	log.Fatal("started")
}

// Somebody else's process.
func okFound(pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Signal(os.Interrupt)
}

func okHelper(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	return finish(cmd)
}

func finish(cmd *exec.Cmd) error { return cmd.Wait() }

func okPipes(name string) ([]byte, error) {
	cmd := exec.Command(name)
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	data, readError := io.ReadAll(output)
	if err := cmd.Wait(); err != nil {
		return nil, err
	}
	return data, readError
}
