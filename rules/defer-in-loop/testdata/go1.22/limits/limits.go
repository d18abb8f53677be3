// Package limits piles up calls that the rule takes for meant. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"io"
	"net"
	"os"
	"sync"
)

// The lock could be given back at the end of each turn.
func unseenLockOfElement(shards []*shard) (sum int) {
	for _, s := range shards {
		s.mu.Lock()
		defer s.mu.Unlock()
		sum += s.n
	}
	return sum
}

type shard struct {
	mu sync.Mutex
	n  int
}

// The name of the method suggests that the connection is kept.
func unseenKeeping(l logger, addresses []string) {
	for _, address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			continue
		}
		defer conn.Close()
		l.PutAddress(conn)
	}
}

type logger struct{}

func (logger) PutAddress(c net.Conn) { println(c.RemoteAddr().String()) }

// The goroutine is waited for before the turn ends.
func unseenJoined(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close()
		done := make(chan struct{})
		go func() {
			defer close(done)
			io.Copy(io.Discard, f)
		}()
		<-done
	}
}
