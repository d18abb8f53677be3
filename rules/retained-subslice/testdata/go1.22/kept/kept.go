// Package kept has small pieces of big buffers that live on.
package kept

import (
	"errors"
	"io"
	"net"
	"net/http"
	"os"
)

const headerLength = 16

var (
	lastHeader []byte
	headers    = map[string][]byte{}
	all        [][]byte
)

type file struct {
	name  string
	magic []byte
}

type address struct{ ip net.IP }

func Header(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data) < headerLength {
		return nil, errors.New("kept: too short")
	}
	return data[:headerLength], nil // want "data\\[:headerLength\\] keeps the whole of data in memory"
}

func remember(path string, body io.Reader) error {
	data, err := io.ReadAll(body)
	if err != nil || len(data) < 20 {
		return err
	}
	headers[path] = data[4:20] // want "keeps the whole of data"
	return nil
}

func last(r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if len(body) > 64 {
		lastHeader = body[0:64] // want "keeps the whole of body"
	}
}

func appended(path string) {
	data, _ := os.ReadFile(path)
	all = append(all, data[:8]) // want "keeps the whole of data"
}

func (f *file) load() error {
	data, err := os.ReadFile(f.name)
	if err != nil {
		return err
	}
	f.magic = data[:4:4] // want "keeps the whole of data"
	return nil
}

func fill(f *file, data io.Reader) {
	content, _ := io.ReadAll(data)
	f.magic = content[:4] // want "keeps the whole of content"
}

func made(path string) *file {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return &file{name: path, magic: data[:4]} // want "keeps the whole of data"
}

func throughVariable(path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	magic := data[:4] // want "keeps the whole of data"
	if string(magic) == "\x7fELF" {
		return nil
	}
	return magic
}

func received(connection net.Conn) ([]byte, error) {
	buffer := make([]byte, 1<<16)
	if _, err := connection.Read(buffer); err != nil {
		return nil, err
	}
	return buffer[:2], nil // want "keeps the whole of buffer"
}

func converted(path string) *address {
	var data []byte
	data, _ = os.ReadFile(path)
	return &address{ip: net.IP(data[12:16])} // want "keeps the whole of data"
}
