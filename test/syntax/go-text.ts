import * as fc from "fast-check";

/** One file with every kind of declaration, statement and expression. */
export const completeFile = `// Package demo has a bit of everything.
package demo

import (
	"context"
	. "math"
	_ "embed"
	str "strings"
)

const (
	low, high = iota, 1 << (iota + 2)
	name      string = "a\\tb" + \`raw\`
)

var table = map[string][]Point{"origin": {{0, 0}}, "unit": {Point{X: 1, Y: 0x1p-2}}}

type (
	Point struct {
		X, Y float64 \`json:"xy"\`
		*Tree[int]
	}
	Tree[T ~int | ~string] struct{ left, right *Tree[T] }
	Shape interface {
		fmt.Stringer
		Area() (area float64, err error)
	}
	Alias = func(int, ...string) <-chan struct{}
)

// Walk visits the tree.
func (t *Tree[T]) Walk(ctx context.Context, visit func(T) bool) (err error) {
	if t == nil || !visit(*new(T)) {
		return nil
	} else if n := len(table["origin"][:2:3]); n > 3 {
		goto done
	} else {
		err = ctx.Err()
	}
outer:
	for i := 0; i < 10; i++ {
		for key, value := range table {
			switch x := any(value).(type) {
			case nil, []Point:
				continue outer
			case error:
				err = x
			default:
				_ = key
			}
			break
		}
	}
	switch n := str.Count(name, "a"); {
	case n > 1:
		fallthrough
	default:
		Sqrt(float64(n))
	}
done:
	select {
	case v, ok := <-make(chan int, 1):
		_, _ = v, ok /* both */
	case table["x"] = <-points:
	case out <- 'x':
	default:
	}
	defer func() { recover() }()
	go t.left.Walk(ctx, visit)
	low &^= high | 3i
	return
}

func Map[K comparable, V any](in map[K]V, more ...V) []V { return append([]V(nil), more...) }
`;

/** Short stretches of Go that parse. */
export const snippets: readonly string[] = [
  completeFile,
  "package p\n\nfunc f() { x := []int{1, 2}; for range x { go func() {}() } }\n",
  'package p\r\n\r\nvar s = "世界 😀" // trailing\r\n/* block\r\n */\r\n',
  "package p\n\nfunc (r R[T]) M[U any](u U) *U { return new(f(u)) }\n",
];

const tokens = [
  ...'( ) [ ] { } , ; : . ... := = == != < <= << <- + ++ - & && &^ | ! * / % ^ ~ "'.split(" "),
  ..."break case chan const continue default defer else fallthrough for func go goto if import".split(" "),
  ..."interface map package range return select struct switch type var new make nil true iota".split(" "),
  ..."a b T _ x.y 0 1.5 0x 'a' '\\'' \"s\" \"\\\" `raw ` // /* */ 世 é 😀 \ud83d \u0000 \ufffd \ufeff".split(
    " ",
  ),
];
const token = fc.constantFrom(...tokens, "\n", "\r\n", "\t", " ");

/** Sequences of Go's tokens, and of what is none: most parse nowhere, a few do. */
const tokenSoup = fc.array(token, { maxLength: 80 }).map((parts) => `package p\n${parts.join(" ")}`);

/** A stretch of a text, in parts of its length. */
const share = fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40) });

/** Go that parses, in which a few stretches were deleted, replaced by a token, or doubled. */
const mutatedSnippet = fc
  .tuple(fc.constantFrom(...snippets), fc.array(fc.tuple(share, fc.option(token)), { maxLength: 4 }))
  .map(([snippet, changes]) =>
    changes.reduce((text, [{ from, length }, inserted]) => {
      const start = Math.floor(from * text.length);
      const removed = text.slice(start, start + length);
      return text.slice(0, start) + (inserted ?? removed + removed) + text.slice(start + length);
    }, snippet),
  );

/** Text as it may be found in files called `.go`, sound or not. */
export const goText = fc.oneof(
  { weight: 4, arbitrary: mutatedSnippet },
  { weight: 2, arbitrary: tokenSoup },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
