// Package limits piles up what nobody needs, which the rule cannot tell from what is meant.
package limits

import (
	"io"
	"net"
	"os"
	"sync"
)

// The lock could be given back at the end of each turn.
func lateLockOfElement(shards []*shard) (sum int) {
	for _, s := range shards {
		s.mu.Lock()
		defer s.mu.Unlock() // want "not when the turn ends"
		sum += s.n
	}
	return sum
}

type shard struct {
	mu sync.Mutex
	n  int
}

// What the method is called does not matter: it keeps nothing.
func notKept(l logger, addresses []string) {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			continue
		}
		defer conn.Close() // want "pile up"
		l.PutAddress(conn)
	}
}

type logger struct{}

func (logger) PutAddress(c net.Conn) { println(c.RemoteAddr().String()) }

// The goroutine is waited for before the turn ends.
func lateJoined(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // want "not when the turn ends"
		done := make(chan struct{})
		go func() {
			defer close(done)
			io.Copy(io.Discard, f)
		}()
		<-done
	}
}
