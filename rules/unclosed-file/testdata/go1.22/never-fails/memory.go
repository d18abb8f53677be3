package neverfails

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/textproto"
	"os"
	"strconv"
	"strings"
)

type record struct {
	Kind uint8
	Sum  [4]uint32
}

type named struct{ Name string }

func okBinary(path string, r record) (*os.File, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	buf := new(bytes.Buffer)
	if err := binary.Write(buf, binary.LittleEndian, r); err != nil {
		return nil, nil, err
	}
	return f, buf.Bytes(), nil
}

// A string has no fixed size.
func binaryOfText(path string, n named) (*os.File, []byte, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	buf := new(bytes.Buffer)
	if err := binary.Write(buf, binary.LittleEndian, n); err != nil {
		return nil, nil, err
	}
	return f, buf.Bytes(), nil
}

func binaryToAnybody(path string, w io.Writer, r record) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if err := binary.Write(w, binary.LittleEndian, r); err != nil {
		return nil, err
	}
	return f, nil
}

func okCompressed(path, text string) (*os.File, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	var buf bytes.Buffer
	zw := gzip.NewWriter(&buf)
	if _, err := zw.Write([]byte(text)); err != nil {
		return nil, nil, err
	}
	if _, err := fmt.Fprintf(zw, "%s\n", text); err != nil {
		return nil, nil, err
	}
	if _, err := io.Copy(zw, strings.NewReader(text)); err != nil {
		return nil, nil, err
	}
	if err := zw.Close(); err != nil {
		return nil, nil, err
	}
	return f, buf.Bytes(), nil
}

func copied(path string, r io.Reader) (*os.File, []byte, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	var buf bytes.Buffer
	if _, err := io.Copy(&buf, r); err != nil {
		return nil, nil, err
	}
	return f, buf.Bytes(), nil
}

func okEncoded(path, text string) (*os.File, string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, "", err
	}
	var b strings.Builder
	var w io.WriteCloser = base64.NewEncoder(base64.StdEncoding, &b)
	if _, err := io.WriteString(w, text); err != nil {
		return nil, "", err
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	if err := json.NewEncoder(&b).Encode(named{text}); err != nil {
		return nil, "", err
	}
	return f, b.String(), nil
}

// One of its values is no memory.
func perhapsMemory(path, text string, w io.Writer) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	var target io.Writer = &bytes.Buffer{}
	if text != "" {
		target = w
	}
	if _, err := io.WriteString(target, text); err != nil {
		return nil, err
	}
	return f, nil
}

func buffered(path string, w io.Writer) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	target := bufio.NewWriter(w)
	target = bufio.NewWriter(target)
	if err := target.Flush(); err != nil {
		return nil, err
	}
	return f, nil
}

func okHash(path string, data []byte) (*os.File, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	h := sha256.New()
	if _, err := h.Write(data); err != nil {
		return nil, nil, err
	}
	salt := make([]byte, 8)
	if _, err := rand.Read(salt); err != nil {
		return nil, nil, err
	}
	return f, h.Sum(salt), nil
}

func okMultipart(path string, header textproto.MIMEHeader) (*os.File, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	body := new(bytes.Buffer)
	writer := multipart.NewWriter(body)
	part, err := writer.CreatePart(header)
	if err != nil {
		return nil, nil, err
	}
	if _, err := part.Write([]byte("text")); err != nil {
		return nil, nil, err
	}
	if err := writer.WriteField("name", path); err != nil {
		return nil, nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, nil, err
	}
	return f, body.Bytes(), nil
}

func okOwnPort(path string) (*os.File, net.Listener, int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, 0, err
	}
	f, err := os.Open(path)
	if err != nil {
		listener.Close()
		return nil, nil, 0, err
	}
	_, text, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return nil, nil, 0, err
	}
	port, err := strconv.Atoi(text)
	if err != nil {
		return nil, nil, 0, err
	}
	return f, listener, port, nil
}

// A socket of Unix has a path.
func unixPort(path string) (*os.File, net.Listener, error) {
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, nil, err
	}
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		listener.Close()
		return nil, nil, err
	}
	if _, _, err := net.SplitHostPort(listener.Addr().String()); err != nil {
		return nil, nil, err
	}
	return f, listener, nil
}

func givenPort(path, address string) (*os.File, string, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, "", err
	}
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, "", err
	}
	return f, port, nil
}

func okBufferSize(path string, conn *net.UnixConn) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := conn.SetReadBuffer(65536); err != nil {
		return nil, err
	}
	return f, nil
}

// A writer that is used anew may write to anything.
func resetToGiven(path string, data []byte, target io.Writer) (*os.File, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	var buffer bytes.Buffer
	w := bufio.NewWriter(&buffer)
	w.Reset(target)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	return f, nil
}

func okResetToMemory(path string, data []byte) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	var buffer, other bytes.Buffer
	w := bufio.NewWriter(&buffer)
	w.Reset(&other)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	return f, nil
}

// The text of a json.Number need not be a number.
func number(path string, n struct{ Count json.Number }) (*os.File, []byte, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	text, err := json.Marshal(n)
	if err != nil {
		return nil, nil, err
	}
	return f, text, nil
}

func keysWithoutText(path string, names map[bool]string) (*os.File, []byte, error) {
	f, err := os.Open(path) // want "leaves it behind"
	if err != nil {
		return nil, nil, err
	}
	text, err := json.Marshal(names)
	if err != nil {
		return nil, nil, err
	}
	return f, text, nil
}

// Whatever the network is, an address with a port is not one of a file.
func okPortOfAddress(path, network, host string, port int) (*os.File, error) {
	listener, err := net.Listen(network, net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	address := listener.Addr().String()
	_, text, _ := net.SplitHostPort(address)
	if _, err := strconv.ParseUint(text, 10, 16); err != nil {
		return nil, err
	}
	return file, nil
}

// A socket has the name of a file.
func portOfAnyNetwork(path, network, name string) (*os.File, error) {
	listener, err := net.Listen(network, name)
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	file, err := os.Create(path) // want "leaves it behind"
	if err != nil {
		return nil, err
	}
	if _, _, err := net.SplitHostPort(listener.Addr().String()); err != nil {
		return nil, err
	}
	return file, nil
}
