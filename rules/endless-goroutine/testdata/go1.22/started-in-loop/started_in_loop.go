// Package startedinloop starts another goroutine in each turn of a loop, and none of them ever ends.
package startedinloop

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"time"
)

func pingAll(hosts []string, ping func(string)) {
	for _, host := range hosts {
		go func() { // want "the goroutine started here can never end: its loop has no way out"
			for {
				ping(host)
				time.Sleep(time.Second)
			}
		}()
	}
}

func serve(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go echo(conn) // want "can never end"
	}
}

// A closed connection gives an error each time, and the loop goes on.
func echo(conn net.Conn) {
	defer conn.Close()
	reader := bufio.NewReader(conn)
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			continue
		}
		fmt.Fprint(conn, line)
	}
}

func okEchoEnds(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			reader := bufio.NewReader(conn)
			for {
				line, err := reader.ReadString('\n')
				if err != nil {
					return
				}
				fmt.Fprint(conn, line)
			}
		}()
	}
}

// A pool of workers, made once for each call.
func startWorkers(n int, jobs chan func()) {
	for i := 0; i < n; i++ {
		go work(jobs) // want "can never end"
	}
}

// Receiving from a closed channel gives nil at once, for ever.
func work(jobs <-chan func()) {
	for {
		if job := <-jobs; job != nil {
			job()
		}
	}
}

func okWorkersEnd(n int, jobs <-chan func()) {
	for range n {
		go func() {
			for job := range jobs {
				job()
			}
		}()
	}
}

// There is no second turn.
func okFirstOnly(hosts []string, ping func(string)) error {
	for _, host := range hosts {
		if host == "" {
			continue
		}
		go func() {
			for {
				ping(host)
			}
		}()
		return nil
	}
	return errors.New("no host")
}

func okFirstOnlyWithBreak(hosts []string, ping func(string)) {
	for _, host := range hosts {
		if host != "" {
			go func() {
				for {
					ping(host)
				}
			}()
			break
		}
	}
}

// The break leaves the switch, and the loop goes on.
func breakOfSwitch(hosts []string, ping func(string)) {
	for _, host := range hosts {
		switch {
		case host != "":
			go func() { // want "can never end"
				for {
					ping(host)
				}
			}()
			break
		}
	}
}

func continued(hosts []string, ping func(string) bool) {
	for _, host := range hosts {
		go func() { // want "can never end"
			for {
				ping(host)
			}
		}()
		if ping(host) {
			continue
		}
		return
	}
}

// The loop is around the function that starts the goroutine, and not in it.
func okLoopOutside(hosts []string, ping func(string)) {
	for _, host := range hosts {
		start := func() {
			go func() {
				for {
					ping(host)
				}
			}()
		}
		start()
		return
	}
}
