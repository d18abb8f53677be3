// Package audit writes down who did what, on another machine.
package audit

import (
	"fmt"
	"net"
	"time"
)

const patience = 2 * time.Second

// Collector is where the lines go.
type Collector struct {
	address string
}

// New sends lines to an address.
func New(address string) *Collector {
	return &Collector{address: address}
}

// Log sends a line. If that fails, the connection stays open.
func (c *Collector) Log(line string) error {
	connection, err := net.DialTimeout("tcp", c.address, patience) // leak: unclosed-connection
	if err != nil {
		return err
	}
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		connection.Close()
		return err
	}
	if _, err := fmt.Fprintln(connection, line); err != nil {
		return err
	}
	return connection.Close()
}

// LogAll sends several lines at once.
func (c *Collector) LogAll(lines []string) error {
	connection, err := net.DialTimeout("tcp", c.address, patience)
	if err != nil {
		return err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(connection, line); err != nil {
			return err
		}
	}
	return nil
}
