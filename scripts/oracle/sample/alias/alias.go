// Package alias gives types and functions further names.
package alias

import (
	"io"
	"net/http"

	s "example.com/sample/shape"
)

type (
	// Bytes stands for a type without a name.
	Bytes = []byte
	// Request stands for a type of another package.
	Request = *http.Request
	// Chain stands for an alias.
	Chain = Request
	// Any is the empty interface by one more name.
	Any = interface{}
	// Shapes has an alias inside.
	Shapes map[byte]s.Shape
	// Writer is defined by an interface and has its methods.
	Writer io.Writer
	// Reader embeds an alias.
	Reader struct {
		Source
		Limit rune
	}
	// Source is embedded by this name.
	Source = io.ReadCloser
)

// Fetch is a variable that is called.
var Fetch func(Chain) (Any, error) = fetch

var open, write = http.NewFileTransport, io.WriteString

func fetch(request Chain) (Any, error) {
	transport := open(nil)
	response, err := transport.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	var w Writer
	n, err := w.Write(Bytes("text"))
	m, _ := write(w, "text")
	reader := Reader{Source: response.Body}
	defer reader.Close()
	shapes := Shapes{'a': &s.Circle{}}
	first := shapes['a'].Area()
	method := request.Context().Done
	return []Any{n, m, first, method()}, err
}
