// Package generic has type parameters.
package generic

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"sync/atomic"
)

// Number is a constraint.
type Number interface {
	~int | ~int64 | ~float64
}

// List is a generic type that names itself.
type List[T any] struct {
	head *element[T]
	size int
}

type element[T any] struct {
	value T
	next  *element[T]
}

func (l *List[T]) Push(value T) *List[T] {
	l.head = &element[T]{value, l.head}
	l.size++
	return l
}

// All names its type parameter differently.
func (l *List[E]) All() iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		i := 0
		for at := l.head; at != nil; at = at.next {
			if !yield(i, at.value) {
				return
			}
			i++
		}
	}
}

// Pair has two parameters and embeds an instance.
type Pair[K cmp.Ordered, V any] struct {
	List[V]
	Key K
}

func (p Pair[K, _]) Less(other Pair[K, string]) bool { return p.Key < other.Key }

type keyed[K comparable] interface {
	Key() K
	comparable
}

type id int

func (i id) Key() string { return strconv.Itoa(int(i)) }

func Map[T, U any](values []T, convert func(T) U) []U {
	result := make([]U, 0, len(values))
	for _, value := range values {
		result = append(result, convert(value))
	}
	return result
}

func Sum[N Number](values ...N) (total N) {
	for _, value := range values {
		total += value
	}
	return total
}

func index[K comparable, V keyed[K]](values []V) map[K]V {
	byKey := map[K]V{}
	for _, value := range values {
		key := value.Key()
		byKey[key] = value
	}
	return byKey
}

func zero[T any]() T {
	var value T
	return value
}

func text[T fmt.Stringer](value T) string { return value.String() }

func use() string {
	list := new(List[string]).Push("a").Push("b")
	for i, value := range list.All() {
		fmt.Println(i, value)
	}
	lengths := Map([]string{"a"}, func(s string) int { return len(s) })
	texts := Map(lengths, strconv.Itoa)
	floats := Map[int, float64](lengths, func(n int) float64 { return float64(n) })
	total := Sum(floats...)
	whole := Sum[int64](1, 2)
	pair := Pair[string, string]{*list, "key"}
	pair.Push("c")
	smaller := pair.Less(pair)
	ids := index([]id{1, 2})
	keys := slices.Sorted(maps.Keys(ids))
	at, found := slices.BinarySearch(keys, "1")
	largest := max(total, float64(whole), 2)
	nothing := zero[*List[int]]()
	convert := Map[string, error]
	var pointer atomic.Pointer[Pair[int, []byte]]
	loaded := pointer.Load()
	if loaded != nil {
		loaded.Push(nil)
	}
	for key := range maps.Keys(ids) {
		texts = append(texts, key)
	}
	next, stop := iter.Pull2(list.All())
	defer stop()
	n, value, ok := next()
	counter := atomic.Int64{}
	_ = []any{smaller, at, found, largest, nothing, convert, n, value, ok}
	return text(Celsius(counter.Add(1)))
}

// Celsius has a method that a constraint asks for.
type Celsius int64

func (c Celsius) String() string { return strconv.FormatInt(int64(c), 10) }
