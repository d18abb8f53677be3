// Package owner has types that can be closed, and goroutines that do not notice.
package owner

import (
	"log"
	"net"
	"time"
)

type server struct {
	listener net.Listener
	quit     chan struct{}
}

func (s *server) start() {
	go s.collect() // want "can never end: its loop has no way out"
	go s.accept()
	go s.heartbeat()
}

// Close ends accept and heartbeat, but not collect.
func (s *server) Close() error {
	close(s.quit)
	return s.listener.Close()
}

func (s *server) collect() {
	for {
		time.Sleep(time.Minute)
		log.Print("collected")
	}
}

func (s *server) accept() {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		conn.Close()
	}
}

func (s *server) heartbeat() {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-s.quit:
			return
		}
	}
}

// The break leaves the select alone.
func (s *server) startWithBreak() {
	go func() { // want "can never end"
		for {
			select {
			case <-s.quit:
				break
			case <-time.After(time.Second):
				log.Print("alive")
			}
		}
	}()
}

type pump[T any] struct{ in, out chan T }

func (p *pump[T]) Start() {
	go p.run() // want "can never end"
}

func (p *pump[T]) Stop() {}

func (p *pump[T]) run() {
	for {
		p.out <- <-p.in
	}
}

type daemon struct{}

// Nothing can end a daemon.
func (d *daemon) okRun() {
	go d.loop()
}

func (d *daemon) loop() {
	for {
		time.Sleep(time.Hour)
	}
}
