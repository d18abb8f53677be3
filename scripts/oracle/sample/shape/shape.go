// Package shape has named types, embedding and interfaces.
package shape

import (
	"fmt"
	"io"
	"math"
	"sync"
)

// Point is embedded by value.
type Point struct{ X, Y float64 }

func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

func (p *Point) Move(dx, dy float64) {
	p.X += dx
	p.Y += dy
}

// Shape is implemented by pointers and values.
type Shape interface {
	Area() float64
	fmt.Stringer
}

type named struct {
	name  string
	Label *string
}

func (n *named) String() string { return n.name }

func (n *named) rename(name string) { n.name = name }

// Circle promotes methods of a pointer and fields of a value.
type Circle struct {
	Point
	*named
	Radius float64
}

func (c *Circle) Area() float64 { return math.Pi * c.Radius * c.Radius }

// Square shadows a promoted field.
type Square struct {
	Circle
	Radius int
	side   float64
}

func (s Square) Area() float64 { return s.side * s.side }

// Locked embeds types of the standard library.
type Locked struct {
	sync.Mutex
	io.ReadWriter
	shapes map[string][]Shape
	hooks  [2]func(Shape) error
	done   chan<- struct{}
}

// Deep is embedded twice over.
type Deep struct{ *Locked }

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°", float64(c)) }

type Handler func(s Shape, rest ...int) (count int, err error)

func (h Handler) Handle(s Shape) (int, error) { return h(s, 1, 2) }

func use(d Deep, shapes ...Shape) error {
	d.Lock()
	defer d.Unlock()
	circle := &Circle{Point{1, 2}, &named{name: "c"}, 3}
	circle.Move(1, 1)
	circle.rename("round")
	moved := circle.Add(Point{X: 1})
	square := Square{Circle: *circle, Radius: 1, side: 2}
	outer, inner := square.Radius, square.Circle.Radius
	total := circle.Area() + square.Area() + moved.X + inner + float64(outer)
	add := moved.Add
	move := (*Point).Move
	plus := Point.Add
	move(&moved, 1, 1)
	sum := plus(add(moved), *new(Point))
	area := Shape.Area
	for i, s := range shapes {
		total += area(s)
		d.shapes[s.String()] = append(d.shapes[s.String()], shapes[i:]...)
	}
	handler := Handler(func(s Shape, rest ...int) (int, error) { return len(rest), nil })
	count, err := handler.Handle(square)
	if err != nil {
		return fmt.Errorf("handle %d, %v: %w", count, sum, err)
	}
	buffer := make([]byte, 8)
	n, err := d.Read(buffer)
	if _, err := d.Locked.ReadWriter.Write(buffer[:n]); err != nil {
		return err
	}
	for _, hook := range d.hooks {
		if err := hook(circle); err != nil {
			return err
		}
	}
	temperature := Celsius(total)
	text := temperature.String()
	var closer interface{ Close() error } = io.NopCloser(nil)
	anonymous := struct {
		Text string
		Point
	}{text, sum}
	anonymous.Move(1, 1)
	d.done <- struct{}{}
	return closer.Close()
}
