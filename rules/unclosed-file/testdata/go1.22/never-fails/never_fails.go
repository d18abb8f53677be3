// Package neverfails looks at errors that are always nil.
package neverfails

import (
	"encoding/json"
	"os"
	"strings"
	"time"
)

type header struct {
	Name    string            `json:"name"`
	Size    int64             `json:"size"`
	Labels  map[string]string `json:"labels"`
	Blocks  []block           `json:"blocks"`
	Next    *header           `json:"next"`
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

// Nor for the year 10000.
func times(path string, at time.Time) error {
	f, err := os.Create(path) // want "leaves it behind"
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
