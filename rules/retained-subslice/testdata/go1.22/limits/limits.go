// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"bytes"
	"io"
	"os"
	"strings"
)

var header []byte

// The bounds are not constant, although short.
func unseenLine(path string) []byte {
	data, _ := os.ReadFile(path)
	return data[:bytes.IndexByte(data, '\n')]
}

// What the function returns is part of what it gets.
func unseenTrimmed(path string) []byte {
	data, _ := os.ReadFile(path)
	return bytes.TrimSpace(data[:64])
}

// The buffer comes from a helper.
func unseenHelper(path string) {
	header = read(path)[:16]
}

func read(path string) []byte {
	data, _ := os.ReadFile(path)
	return data
}

// A string shares its memory with a part of it.
func unseenString(r io.Reader) string {
	data, _ := io.ReadAll(r)
	text := string(data)
	return text[:8]
}

// Fields are parts of the line they come from.
func unseenFields(path string) string {
	data, _ := os.ReadFile(path)
	return strings.Fields(string(data))[0]
}

// The piece goes over a channel.
func unseenSent(path string, headers chan<- []byte) {
	data, _ := os.ReadFile(path)
	headers <- data[:16]
}
