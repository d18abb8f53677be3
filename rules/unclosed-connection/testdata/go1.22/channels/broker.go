package channels

import (
	"errors"

	amqp "github.com/rabbitmq/amqp091-go"
)

type broker struct {
	conn    *amqp.Connection
	channel *amqp.Channel
}

// The broker closes a channel with the error of what it was asked for there.
func (b *broker) closedByBroker(uri, queue string) error {
	conn, err := amqp.Dial(uri) // want "conn, the connection that amqp.Dial opens, is not closed on every path"
	if err != nil {
		return err
	}
	channel, err := conn.Channel()
	if err != nil {
		return err
	}
	if err := channel.Qos(1, 0, false); err != nil {
		return err
	}
	if _, err := channel.QueueDeclare(queue, true, false, false, false, nil); err != nil {
		return err
	}
	b.conn, b.channel = conn, channel
	return nil
}

// The channel is lost with its connection: to close that is enough.
func (b *broker) empty(uri, name string) error {
	conn, err := amqp.Dial(uri) // want "conn, the connection that amqp.Dial opens, is not closed on every path"
	if err != nil {
		return err
	}
	channel, err := conn.Channel()
	if err != nil {
		return err
	}
	queue, err := channel.QueueDeclare(name, true, false, false, false, nil)
	if err != nil {
		return err
	}
	if queue.Messages == 0 {
		return errors.New("empty")
	}
	b.conn, b.channel = conn, channel
	return nil
}

// The connection goes on, and keeps the channel of each turn.
func (b *broker) each(names []string) error {
	for _, name := range names {
		channel, err := b.conn.Channel() // want "channel, the channel that b.conn.Channel opens, gets another value before it is closed"
		if err != nil {
			return err
		}
		queue, err := channel.QueueDeclare(name, true, false, false, false, nil)
		if err != nil {
			return err
		}
		if queue.Messages == 0 {
			continue
		}
		channel.Close()
	}
	return nil
}
