// Package neverfails looks at errors that are always nil.
package neverfails

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

type header struct {
	Name    string            `json:"name"`
	Size    int64             `json:"size"`
	Labels  map[string]string `json:"labels"`
	Blocks  []block           `json:"blocks"`
	Next    *header           `json:"next"`
	Mutex   sync.Mutex        `json:"-"`
	Handler func()            `json:"-"`
	ID      ulid.ULID         `json:"id"`
	Parents []ulid.ULID       `json:"parents"`
	private chan int
}

type block struct{ Start, End uint64 }

func okPlainValue(path string, h header) (int, error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	text, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return f.Write(text)
}

func okBuilder(path, name string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if _, err := b.WriteString(name); err != nil {
		return nil, err
	}
	return f, nil
}

type measured struct{ Value float64 }

// There is no text for NaN.
func numbers(path string, m measured) error {
	f, err := os.Create(path) // want "leaves it behind"
	if err != nil {
		return err
	}
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}

// Years have four digits.
func okTime(path string, at time.Time) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	text, err := json.Marshal(at)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}

type level int

func (l level) MarshalText() ([]byte, error) { return []byte{byte('0' + l)}, nil }

type checkedLevel int

func (l checkedLevel) MarshalText() ([]byte, error) {
	if l < 0 {
		return nil, errors.New("negative")
	}
	return []byte{byte('0' + l)}, nil
}

func okEncodesItself(path string, levels map[string]level) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	text, err := json.Marshal(levels)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}

func encodesItselfOrFails(path string, levels []checkedLevel) error {
	f, err := os.Create(path) // want "leaves it behind"
	if err != nil {
		return err
	}
	text, err := json.Marshal(levels)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}

func anything(path string, values map[string]any) error {
	f, err := os.Create(path) // want "leaves it behind"
	if err != nil {
		return err
	}
	text, err := json.Marshal(values)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}
