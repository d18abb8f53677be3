// Package leaves reaches each defer once: the loop is left before another turn begins.
package leaves

import (
	"io"
	"log"
	"net"
	"os"
	"sync"
	"sync/atomic"
)

func lateBreak(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		io.Copy(io.Discard, f)
		break
	}
}

func lateReturn(paths []string) ([]byte, error) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		return io.ReadAll(f)
	}
	return nil, os.ErrNotExist
}

// A loop that tries until it has succeeded, https://github.com/go-critic/go-critic/issues/1451.
func lateCompareAndSwap(state *atomic.Int32, mu *sync.Mutex, work func()) {
	for {
		if !state.CompareAndSwap(0, 1) {
			continue
		}
		mu.Lock()
		defer mu.Unlock() // want "not when the turn ends"
		work()
		return
	}
}

func lateEveryWayLeaves(addresses []string) error {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			continue
		}
		defer conn.Close() // want "not when the turn ends"
		if _, err := conn.Write([]byte("ping")); err != nil {
			return err
		}
		break
	}
	return nil
}

func latePanic(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		panic("unexpected " + path)
	}
}

func lateFatal(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		log.Panicf("unexpected %s", path)
	}
}

func lateBreaksOuter(dirs [][]string) {
outer:
	for _, dir := range dirs {
		for _, path := range dir {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			defer f.Close() // want "not when the turn ends"
			break outer
		}
	}
}

func lateGotoOut(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		goto done
	}
done:
	log.Print("done")
}

func okFunctionOfItsOwn(paths []string) error {
	for _, path := range paths {
		err := func() error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = io.Copy(io.Discard, f)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func okGoroutines(paths []string) {
	var wg sync.WaitGroup
	for _, path := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, _ = os.Stat(path)
		}()
	}
	wg.Wait()
}

func okBeforeLoop(path string, lines []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, line := range lines {
		if _, err := f.WriteString(line); err != nil {
			return err
		}
	}
	return nil
}

func okForwardGoto(path string, skip bool) error {
	if skip {
		goto done
	}
	{
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
	}
done:
	return nil
}
