// Package clients makes clients of servers.
package clients

import (
	"context"

	"github.com/rabbitmq/amqp091-go"
	"github.com/redis/go-redis/v9"
	"golang.org/x/crypto/ssh"
)

func okPing(ctx context.Context, addr string) error {
	client := redis.NewClient(&redis.Options{Addr: addr})
	defer client.Close()
	return client.Ping(ctx).Err()
}

type cache struct{ client *redis.Client }

func okKept(addr string) *cache {
	return &cache{client: redis.NewClient(&redis.Options{Addr: addr})}
}

func okChecked(ctx context.Context, addr string) (*cache, error) {
	client := redis.NewClient(&redis.Options{Addr: addr})
	if err := client.Ping(ctx).Err(); err != nil {
		client.Close()
		return nil, err
	}
	return &cache{client}, nil
}

func okMessages(ctx context.Context, client *redis.Client, use func(string)) error {
	subscription := client.Subscribe(ctx, "news")
	defer subscription.Close()
	for message := range subscription.Channel() {
		use(message.Payload)
	}
	return ctx.Err()
}

func okCommand(addr string, config *ssh.ClientConfig) ([]byte, error) {
	client, err := ssh.Dial("tcp", addr, config)
	if err != nil {
		return nil, err
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		return nil, err
	}
	defer session.Close()
	return session.Output("uptime")
}

func ping(ctx context.Context, addr string) error {
	client := redis.NewClient(&redis.Options{Addr: addr}) // want "client, the client that redis.NewClient opens, is never closed"
	return client.Ping(ctx).Err()
}

func pingAtOnce(ctx context.Context, addr string) error {
	return redis.NewClient(&redis.Options{Addr: addr}).Ping(ctx).Err() // want "the client that redis.NewClient opens is thrown away"
}

func checked(ctx context.Context, addr string) (*cache, error) {
	client := redis.NewClient(&redis.Options{Addr: addr}) // want "not closed on every path: `return nil, err` leaves it behind"
	if err := client.Ping(ctx).Err(); err != nil {
		return nil, err
	}
	return &cache{client}, nil
}

func firstMessage(ctx context.Context, client *redis.Client) (string, error) {
	subscription := client.Subscribe(ctx, "news") // want `subscription, the subscription that client\.Subscribe opens, is never closed`
	message, err := subscription.ReceiveMessage(ctx)
	if err != nil {
		return "", err
	}
	return message.Payload, nil
}

func command(addr string, config *ssh.ClientConfig) error {
	client, err := ssh.Dial("tcp", addr, config) // want `client, the client that ssh\.Dial opens, is never closed`
	if err != nil {
		return err
	}
	session, err := client.NewSession()
	if err != nil {
		return err
	}
	defer session.Close()
	return session.Run("reboot")
}

func publish(ctx context.Context, url string, message amqp091.Publishing) error {
	conn, err := amqp091.Dial(url) // want `conn, the connection that amqp091\.Dial opens, is never closed`
	if err != nil {
		return err
	}
	channel, err := conn.Channel()
	if err != nil {
		return err
	}
	defer channel.Close()
	return channel.PublishWithContext(ctx, "", "queue", false, false, message)
}
