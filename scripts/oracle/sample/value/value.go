// Package value has expressions of all kinds.
package value

import (
	"bytes"
	"math"
	"os"
	"time"
	"unsafe"
)

const (
	size      = 4
	mask      = 1<<size - 1
	half      = 1 / 2.0
	letter    = 'a' + 1
	greeting  = "hello, " + "wörld 🌍"
	isSmall   = size < 5
	complexed = 2i
	timeout   = 2 * time.Second
)

type grid [size][2 * size]uint8

type color uint8

const (
	red color = iota
	green
)

func constants() {
	i, f, r, s, b, c := size, half, letter, greeting, isSmall, complexed
	length := len(greeting)
	wait := timeout / 2
	shade := green
	shifted := 1 << i
	mixed := 1.5 * f
	power := math.Pow(2, size)
	var small int8 = mask
	var array [len("four")]string
	var matrix grid
	cell := matrix[1][2]
	row := matrix[0][:]
	last := &matrix[size-1]
	realPart, imaginary := real(c), imag(c)
	compared := shade == red
	_ = []any{r, s, b, length, wait, shifted, mixed, power, small, array, cell, row, last, realPart, imaginary, compared}
}

func composites() {
	points := []struct{ x, y int }{{1, 2}, {x: 3}}
	first := points[0]
	nested := map[string]map[int][]*bytes.Buffer{"a": {1: {{}, bytes.NewBufferString("")}}}
	buffer := nested["a"][1][0]
	buffer.WriteString(greeting)
	sparse := [...]string{5: "f", 1: "b"}
	length := len(sparse)
	pointers := []*os.File{os.Stdin, nil}
	name := pointers[0].Name()
	functions := map[string]func(...int) (int, error){}
	result, err := functions["x"](1)
	value, present := nested["b"]
	clone := append([]byte(nil), "text"...)
	runes := []rune(name)
	char := name[0]
	part := name[1:]
	key := struct{ a, b any }{1, "b"}
	size := unsafe.Sizeof(key)
	pointer := unsafe.Pointer(&key)
	number := *(*uintptr)(pointer)
	negative := -result
	inverted := ^number
	not := !present
	_ = []any{first, length, err, value, clone, runes, char, part, size, negative, inverted, not}
}

func conversions(value any, raw []byte) (text string) {
	data, ok := value.([]byte)
	if !ok {
		data = raw
	}
	number, _ := value.(int)
	wide := int64(number)
	ratio := float64(wide) / 3
	duration := time.Duration(ratio) * time.Millisecond
	text = string(data)
	signal := (<-chan os.Signal)(make(chan os.Signal, 1))
	received := <-signal
	callback := (func(os.Signal) string)(os.Signal.String)
	text += callback(received) + duration.String()
	var nothing *os.File
	other := nothing
	_ = other
	return
}
