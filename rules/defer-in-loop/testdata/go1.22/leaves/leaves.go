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

func okBreak(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		io.Copy(io.Discard, f)
		break
	}
}

func okReturn(paths []string) ([]byte, error) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		return io.ReadAll(f)
	}
	return nil, os.ErrNotExist
}

// A loop that tries until it has succeeded, https://github.com/go-critic/go-critic/issues/1451.
func okCompareAndSwap(state *atomic.Int32, mu *sync.Mutex, work func()) {
	for {
		if !state.CompareAndSwap(0, 1) {
			continue
		}
		mu.Lock()
		defer mu.Unlock()
		work()
		return
	}
}

func okEveryWayLeaves(addresses []string) error {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			continue
		}
		defer conn.Close()
		if _, err := conn.Write([]byte("ping")); err != nil {
			return err
		}
		break
	}
	return nil
}

func okPanic(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		panic("unexpected " + path)
	}
}

func okFatal(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		log.Panicf("unexpected %s", path)
	}
}

func okBreaksOuter(dirs [][]string) {
outer:
	for _, dir := range dirs {
		for _, path := range dir {
			f, err := os.Open(path)
			if err != nil {
				continue
			}
			defer f.Close()
			break outer
		}
	}
}

func okGotoOut(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
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
