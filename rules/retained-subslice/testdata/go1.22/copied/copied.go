// Package copied has pieces of buffers that keep nothing alive that should not be.
package copied

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
)

var (
	kept    []byte
	headers = map[string][]byte{}
	names   = map[string]string{}
)

type file struct {
	content, magic []byte
	kind           string
}

func okClone(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return bytes.Clone(data[:16]), nil
}

func okSlicesClone(path string) {
	data, _ := os.ReadFile(path)
	headers[path] = slices.Clone(data[:16])
}

func okAppend(path string) {
	data, _ := os.ReadFile(path)
	headers[path] = append([]byte(nil), data[:16]...)
}

func okString(path string) {
	data, _ := os.ReadFile(path)
	names[path] = string(data[:16])
}

func okCopy(path string) []byte {
	data, _ := os.ReadFile(path)
	magic := make([]byte, 4)
	copy(magic, data[:4])
	return magic
}

func okArray(path string) [4]byte {
	data, _ := os.ReadFile(path)
	return [4]byte(data[:4])
}

// The length is not known, it may be most of the buffer.
func okVariableLength(path string, n int) []byte {
	data, _ := os.ReadFile(path)
	return data[:n]
}

func okRest(path string) []byte {
	data, _ := os.ReadFile(path)
	return data[16:]
}

func okRead(r io.Reader) []byte {
	buffer := make([]byte, 1<<20)
	n, _ := r.Read(buffer)
	return buffer[:n]
}

func okSmallBuffer(r io.Reader) []byte {
	buffer := make([]byte, 64)
	r.Read(buffer)
	return buffer[:16]
}

func okLimited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, 64))
	if err != nil || len(data) < 16 {
		return nil, err
	}
	return data[:16], nil
}

// The whole is kept as well.
func okBoth(path string) *file {
	data, _ := os.ReadFile(path)
	return &file{content: data, magic: data[:4]}
}

func okBothFields(f *file, path string) {
	data, _ := os.ReadFile(path)
	f.magic = data[:4]
	f.content = data[4:]
}

// Whoever gets the whole may keep it.
func okGiven(path string, keep func([]byte)) []byte {
	data, _ := os.ReadFile(path)
	keep(data)
	return data[:4]
}

func okLocal(path string) bool {
	data, err := os.ReadFile(path)
	if err != nil || len(data) < 4 {
		return false
	}
	magic := data[:4]
	return bytes.Equal(magic, []byte("%PDF"))
}

func okArgument(path string) string {
	data, _ := os.ReadFile(path)
	return http.DetectContentType(data[:512])
}

func okNumber(path string) uint32 {
	data, _ := os.ReadFile(path)
	return binary.BigEndian.Uint32(data[:4])
}

func okText(path string) (f file) {
	data, _ := os.ReadFile(path)
	f.kind = fmt.Sprintf("%x", data[:4])
	return f
}

func okMost(r io.Reader) []byte {
	buffer := make([]byte, 65536)
	io.ReadFull(r, buffer)
	return buffer[:60000]
}

func okLocalMap(path string) int {
	data, _ := os.ReadFile(path)
	parts := map[string][]byte{}
	parts["magic"] = data[:4]
	return len(parts)
}

// Another value than that of the file.
func okReassigned(path string) []byte {
	data, _ := os.ReadFile(path)
	data = []byte(path)
	return data[:4]
}

func okShadowed(path string, os reader) []byte {
	data, _ := os.ReadFile(path)
	return data[:4]
}

type reader struct{}

func (reader) ReadFile(string) ([]byte, error) { return []byte("text"), nil }
