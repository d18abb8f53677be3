// Package asked asks clients whether there is something to close.
package asked

import (
	"errors"
	"log"

	"github.com/IBM/sarama"
)

func okUnlessClosed(brokers []string, topic string) (sarama.Client, error) {
	client, err := sarama.NewClient(brokers, nil)
	if err != nil {
		return nil, err
	}
	if err := client.RefreshMetadata(topic); err != nil {
		if !client.Closed() {
			client.Close()
		}
		return nil, err
	}
	return client, nil
}

func okUnlessNilOrClosed(brokers []string, topic string) error {
	client, err := sarama.NewClient(brokers, nil)
	if err != nil {
		return err
	}
	err = client.RefreshMetadata(topic)
	if client != nil && !(client.Closed()) {
		log.Print("closing the client")
		if err := client.Close(); err != nil {
			log.Print(err)
		}
	}
	return err
}

func okDeferredUnlessClosed(brokers []string, topic string) error {
	client, err := sarama.NewClient(brokers, nil)
	if err != nil {
		return err
	}
	defer func() {
		if !client.Closed() {
			client.Close()
		}
	}()
	return client.RefreshMetadata(topic)
}

// Another client says nothing of this one.
func otherAsked(brokers []string, topic string, other sarama.Client) error {
	client, err := sarama.NewClient(brokers, nil) // want "is not closed on every path"
	if err != nil {
		return err
	}
	err = client.RefreshMetadata(topic)
	if !other.Closed() {
		client.Close()
	}
	return err
}

// The question is one about the topic.
func askedAboutTopic(brokers []string, topic string) error {
	client, err := sarama.NewClient(brokers, nil) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if knows(client, topic) {
		client.Close()
	}
	return errors.New(topic)
}

func knows(client sarama.Client, topic string) bool {
	partitions, err := client.Partitions(topic)
	return err == nil && len(partitions) > 0
}

// The flag beside it is no state of the client.
func flagBeside(brokers []string, topic string, tidy bool) error {
	client, err := sarama.NewClient(brokers, nil) // want "is not closed on every path"
	if err != nil {
		return err
	}
	err = client.RefreshMetadata(topic)
	if tidy && !client.Closed() {
		client.Close()
	}
	return err
}

// The answer decides how the producer is used, and not only whether it is closed.
func usedWhereTransactional(brokers []string) error {
	producer, err := sarama.NewSyncProducer(brokers, nil) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if producer.IsTransactional() {
		err = producer.BeginTxn()
		producer.Close()
	}
	return err
}

func leftWhereTransactional(brokers []string) error {
	producer, err := sarama.NewSyncProducer(brokers, nil) // want "is not closed on every path"
	if err != nil {
		return err
	}
	if producer.IsTransactional() {
		return errors.New("transactional")
	}
	return producer.Close()
}
