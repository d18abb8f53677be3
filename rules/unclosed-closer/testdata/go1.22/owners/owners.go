// Package owners has types that own in roundabout ways: through other methods, other types, type parameters.
package owners

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sync"
)

// indirect closes its file in another method.
type indirect struct {
	file *os.File
	name string
}

func newIndirect(path string) (*indirect, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &indirect{file: f, name: path}, nil
}

func (i *indirect) Close() error {
	fmt.Println(i.name)
	return i.finish()
}

func (i *indirect) finish() error { return i.file.Close() }

func useIndirect(path string) error {
	i, err := newIndirect(path) // want `i, the indirect that newIndirect makes, is never closed`
	if err != nil {
		return err
	}
	fmt.Println(i.name)
	return nil
}

// once closes its connection in a literal.
type once struct {
	conn net.Conn
	once sync.Once
}

func dialOnce(address string) (*once, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &once{conn: conn}, nil
}

func (o *once) Close() {
	o.once.Do(func() { o.conn.Close() })
}

func useOnce(address string) error {
	o, err := dialOnce(address) // want `o, the once that dialOnce makes, is not closed on every path`
	if err != nil {
		return err
	}
	if _, err := o.conn.Write([]byte("hello")); err != nil {
		return err
	}
	o.Close()
	return nil
}

// recursive has methods that call each other, and none that releases.
type recursive struct{ file *os.File }

func newRecursive(path string) (*recursive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &recursive{file: f}, nil
}

func (r *recursive) Close() { r.reset() }
func (r *recursive) reset() { r.Close() }

func okReleasesNothing(path string) error {
	r, err := newRecursive(path)
	if err != nil {
		return err
	}
	fmt.Println(r.file.Name())
	return nil
}

// box owns a file beside values of any type.
type box[T any] struct {
	file   *os.File
	values []T
}

func newBox[T any](path string, first T) (*box[T], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &box[T]{file: f, values: []T{first}}, nil
}

func (b *box[T]) Close() error { return b.file.Close() }

func (b *box[T]) add(value T) { b.values = append(b.values, value) }

func useBox(path string) error {
	b, err := newBox(path, 0) // want `b, the box that newBox makes, is never closed`
	if err != nil {
		return err
	}
	b.add(1)
	return nil
}

func okBox(path string) error {
	b, err := newBox(path, "zero")
	if err != nil {
		return err
	}
	defer b.Close()
	b.add("one")
	return nil
}

// outer owns an indirect, which owns a file.
type outer struct {
	inner *indirect
	count int
}

func newOuter(path string) (*outer, error) {
	inner, err := newIndirect(path)
	if err != nil {
		return nil, err
	}
	return &outer{inner: inner}, nil
}

func (o *outer) Close() error { return o.inner.Close() }

func useOuter(path string) error {
	o, err := newOuter(path) // want `o, the outer that newOuter makes, is not closed on every path: .return errors.New\("empty"\).`
	if err != nil {
		return err
	}
	if o.count == 0 {
		return errors.New("empty")
	}
	return o.Close()
}

func failingOuter(path string, limit int) (*outer, error) {
	inner, err := newIndirect(path) // want `inner, the indirect that newIndirect makes, is not closed on every path`
	if err != nil {
		return nil, err
	}
	if limit == 0 {
		return nil, errors.New("no room")
	}
	return &outer{inner: inner}, nil
}

func readsFields(path string) error {
	o, err := newOuter(path) // want `o, the outer that newOuter makes, is never closed`
	if err != nil {
		return err
	}
	count := o.count
	fmt.Println(count, o.inner.name, o.inner != nil)
	fmt.Println(o.inner.file.Name())
	show(o)
	return nil
}

func show(o *outer) { fmt.Println(o.inner.name) }

func okClosesField(path string) error {
	o, err := newOuter(path)
	if err != nil {
		return err
	}
	defer o.inner.Close()
	fmt.Println(o.count)
	return nil
}

func okHandsFieldOut(path string) (io.Closer, error) {
	o, err := newOuter(path)
	if err != nil {
		return nil, err
	}
	return o.inner, nil
}

func okKeepsField(path string, keep func(*indirect)) error {
	o, err := newOuter(path)
	if err != nil {
		return err
	}
	keep(o.inner)
	return nil
}

func okStoresField(path string) (*indirect, error) {
	o, err := newOuter(path)
	if err != nil {
		return nil, err
	}
	inner := o.inner
	return inner, nil
}
