// Command longlived keeps connections for as long as it runs.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
)

func main() {
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go handle(conn)
	}
}

func init() {
	conn, err := net.Dial("udp", "localhost:514")
	if err == nil {
		fmt.Fprintln(conn, "started")
	}
}

var once sync.Once

func okOnce(addr string) {
	once.Do(func() {
		listener, err := net.Listen("tcp", addr)
		if err == nil {
			log.Print(listener.Addr())
		}
	})
}

func okFatal(addr string) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(listener, nil))
}

func handle(conn net.Conn) {
	defer conn.Close()
	upstream, err := net.Dial("tcp", "localhost:80") // want "never closed"
	if err != nil {
		return
	}
	fmt.Fprintln(upstream, "hello")
}
