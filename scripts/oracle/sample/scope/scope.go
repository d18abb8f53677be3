// Package scope shadows, redeclares and reuses names.
package scope

import (
	"errors"
	"fmt"
	str "strings"
	. "time"

	_ "embed"
)

const (
	first = iota
	second
	third Duration = 1 << iota
	_
	fifth
)

var (
	counter, limit = 0, second
	_              = register(initial)
	initial        = compute()
	table          = map[string]func() error{"reset": reset}
)

var errLimit error = errors.New("limit")

func init() { counter++ }

func init() { limit += first }

func compute() int           { return limit }
func reset() error           { counter = 0; return errLimit }
func register(value int) int { return value }

func shadow(len int, string []byte) (cap error) {
	print := func(values ...any) { fmt.Println(values...) }
	print(len, string)
	fmt := str.NewReader("text")
	size, err := fmt.Seek(1, 0)
	if size, err := fmt.ReadByte(); err == nil {
		print(size, err)
	} else if err := reset(); err != nil {
		return err
	}
	if err, ok := cap.(interface{ Unwrap() error }); ok {
		cap = err.Unwrap()
	}
	rest, err := fmt.ReadByte()
	print(size, err, rest)
	{
		type string struct{ text []rune }
		value := string{[]rune("text")}
		size := value.text
		print(size)
	}
	return
}

func clauses(values []int, wait Duration) (result string) {
outer:
	for i := 0; i < 3; i++ {
		i := float64(i)
		switch wait := After(wait); {
		case i > 1:
			wait := <-wait
			result := wait.Format(RFC3339)
			_ = result
			continue outer
		case i < 0:
			break outer
		default:
			wait, open := <-wait
			result = fmt.Sprint(wait, open)
		}
	}
	for i := range values {
		func() {
			i, err := values[i], reset()
			result += fmt.Sprint(i, err)
		}()
	}
	select {
	case now := <-After(third):
		result = now.String()
	case now, ok := <-Tick(fifth):
		result = fmt.Sprint(now.Unix(), ok)
	default:
	}
	goto end
end:
	return result
}

type node struct {
	next  *node
	value func(node node) *node
}

func (node *node) last() *node {
	for node.next != nil {
		node = node.next
	}
	return node.value(*node).last()
}

func recursive() {
	type list struct{ next *list }
	l := &list{next: &list{}}
	var walk func(l *list) int
	walk = func(l *list) int {
		if l == nil {
			return 0
		}
		return 1 + walk(l.next)
	}
	depth := walk(l)
	const limit = 10
	bigger := depth > limit
	_, _ = bigger, table["reset"]
}
