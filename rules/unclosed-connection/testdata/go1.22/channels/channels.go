// Package channels opens channels and sessions on connections of SSH.
package channels

import (
	"io"
	"log"

	"golang.org/x/crypto/ssh"
)

type server struct {
	conn *ssh.ServerConn
	stop func()
}

func (s *server) Close() {
	s.conn.Close()
	s.stop()
}

func (s *server) log() { log.Print(s.conn.User()) }

// Its channels end with the connection, which the server closes once no more are offered.
func (s *server) okClosedByServer(offered <-chan ssh.NewChannel, handle func(<-chan *ssh.Request) error) {
	defer s.Close()
	for offer := range offered {
		channel, requests, err := offer.Accept()
		if err != nil {
			continue
		}
		if err := handle(requests); err != nil {
			log.Print(err)
			continue
		}
		channel.Close()
	}
}

func okClosedByLiteral(conn ssh.Conn, offered <-chan ssh.NewChannel) {
	defer func() {
		if err := conn.Close(); err != nil {
			log.Print(err)
		}
	}()
	for offer := range offered {
		channel, requests, err := offer.Accept()
		if err != nil {
			continue
		}
		go ssh.DiscardRequests(requests)
		io.WriteString(channel, "hello")
	}
}

// Whoever offers the channel has the connection.
func okOneOffer(offer ssh.NewChannel) error {
	channel, requests, err := offer.Accept()
	if err != nil {
		return err
	}
	go ssh.DiscardRequests(requests)
	_, err = io.WriteString(channel, "hello")
	return err
}

type runner struct{ client *ssh.Client }

func (r *runner) okSessions(commands []string) error {
	defer r.client.Close()
	for _, command := range commands {
		session, err := r.client.NewSession()
		if err != nil {
			return err
		}
		if err := session.Run(command); err != nil {
			return err
		}
	}
	return nil
}

// The client goes on, with a session more for each command.
func (r *runner) sessions(commands []string) error {
	for _, command := range commands {
		session, err := r.client.NewSession() // want "is never closed"
		if err != nil {
			return err
		}
		if err := session.Run(command); err != nil {
			return err
		}
	}
	return nil
}

// What is deferred does not end the connection.
func (s *server) stillOpen(offered <-chan ssh.NewChannel) {
	defer s.log()
	for offer := range offered {
		channel, requests, err := offer.Accept() // want "gets another value before it is closed"
		if err != nil {
			continue
		}
		go ssh.DiscardRequests(requests)
		io.WriteString(channel, "hello")
	}
}

// The file that is closed in the end is no connection.
func fileDeferred(offered <-chan ssh.NewChannel, report io.WriteCloser) {
	defer report.Close()
	for offer := range offered {
		channel, requests, err := offer.Accept() // want "gets another value before it is closed"
		if err != nil {
			continue
		}
		go ssh.DiscardRequests(requests)
		io.WriteString(channel, "hello")
	}
}
