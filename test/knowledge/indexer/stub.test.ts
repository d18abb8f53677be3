import { describe, expect, test } from "@jest/globals";
import { writeStub } from "../../../src/knowledge/indexer/index.js";
import type { StubDraft, StubSource } from "../../../src/knowledge/indexer/index.js";
import type { SyntaxTree } from "../../../src/syntax/index.js";
import { parser } from "../../go-parser.js";

/** The stub of a package `p` made of files, whose package clause is left out. */
function draft(
  primary: readonly string[],
  options: Partial<StubSource> & { readonly otherFiles?: string[] } = {},
): StubDraft {
  const { otherFiles = [], ...rest } = options;
  return writeStub({
    packageName: "p",
    primary: primary.map(parse),
    others: otherFiles.map(parse),
    packageNames: () => undefined,
    ...rest,
  });
}

function parse(text: string): SyntaxTree {
  return parser.parse(`package p\n\n${text}`);
}

/** The lines of the stub of a package of one file, without the package clause. */
function stub(source: string, options?: Parameters<typeof draft>[1]): readonly string[] {
  return draft([source], options).text.trimEnd().split("\n").slice(1);
}

describe("what a stub has", () => {
  test("is what others can use, without bodies and comments, sorted by kind and name", () => {
    const lines = stub(`
// Open opens.
func Open(name string, // where it is
	flags ...int,
) (*File, error) {
	return open(name)
}

func open(name string) (*File, error) { return nil, nil }

func init() {}

// A File is a file.
type File struct{ name string }

func (f *File) Close() error { return nil }
func (f *File) close() error { return nil }

var Default /* the first */ *File = nil
const Size = 1 << 10
`);
    expect(lines).toEqual([
      "const Size = 1 << 10",
      "var Default *File",
      "type File struct{}",
      "func (f *File) Close() error",
      "func Open(name string, flags ...int) (*File, error)",
    ]);
  });

  test("reaches to whatever that needs", () => {
    const lines = stub(`
const size = base * 2
const base = 4
const unused = 1

type Buffer [size]byte

func New() *client { return nil }

type client struct{ options }
func (c *client) Do() result { return 0 }
func (c *client) undo() {}

type options struct{ Name string; secret other }
type other struct{}
type result int
func (r result) OK() bool { return true }
`);
    expect(lines).toEqual([
      "const base = 4",
      "const size = base * 2",
      "type Buffer [size]byte",
      "type client struct {",
      "\toptions",
      "}",
      "func (c *client) Do() result",
      "type options struct {",
      "\tName string",
      "}",
      "type result int",
      "func (r result) OK() bool",
      "func New() *client",
    ]);
  });

  test("goes for all names where all are public", () => {
    expect(stub("type int int\n\nfunc len(v int) int", { isPublic: () => true })).toEqual([
      "type int int",
      "func len(v int) int",
    ]);
  });
});

describe("types", () => {
  test("keep exported and embedded fields, without tags", () => {
    const lines = stub(`
type T struct {
	A, b, C int \`json:"a"\`
	d       string
	*inner
	sync.Mutex
	F struct {
		G int
		h int
	}
}
type inner struct{}

import "sync"
`);
    expect(lines.slice(1)).toEqual([
      "type T struct {",
      "\tA, C int",
      "\t*inner",
      "\tsync.Mutex",
      "\tF struct {",
      "\t\tG int",
      "\t}",
      "}",
      "type inner struct{}",
    ]);
  });

  test("keep interfaces whole, and the unexported methods that fit them", () => {
    const lines = stub(`
type Node interface {
	Pos() int
	node()
}
type Name struct{}
func (n *Name) Pos() int { return 0 }
func (n *Name) node() {}
func (n *Name) other() {}
`);
    expect(lines).toEqual([
      "type Name struct{}",
      "func (n *Name) Pos() int",
      "func (n *Name) node()",
      "type Node interface {",
      "\tPos() int",
      "\tnode()",
      "}",
    ]);
  });

  test("keep their type parameters, which are no names of the package", () => {
    const lines = stub(`
type Set[K comparable] struct{ m map[K]E }
type E struct{}
type key string
func (s *Set[key]) Add(k key) bool { return true }
func Map[In any, Out ~[]In | constraint](in In) Out { panic(0) }
type constraint interface{ ~int | ~string }
type Alias[T any] = Set[T]
`);
    expect(lines).toEqual([
      "type Alias[T any] = Set[T]",
      "type E struct{}",
      "type Set[K comparable] struct{}",
      "func (s *Set[key]) Add(k key) bool",
      "type constraint interface {",
      "\t~int | ~string",
      "}",
      "func Map[In any, Out ~[]In | constraint](in In) Out",
    ]);
  });
});

describe("constants", () => {
  test("stand alone with what their group gives them", () => {
    const lines = stub(`
const (
	_  = iota
	KB Size = 1 << (10 * iota)
	MB
	hidden
	TB, Name = Size(iota), "TB"
)
type Size int64
`);
    expect(lines).toEqual([
      "const KB Size = 1 << (10 * 1)",
      "const MB Size = 1 << (10 * 2)",
      'const Name = "TB"',
      "const TB = Size(4)",
      "type Size int64",
    ]);
  });
});

describe("variables", () => {
  test("get the type that their initialiser spells out", () => {
    const lines = stub(`
var (
	Err       = errors.New("p: failed")
	Client    = &http.Client{Timeout: 1}
	Std       = &std
	std       = newLogger(os.Stderr, "")
	Handle    = func(w io.Writer) error { return nil }
	Names     = [...]string{"a", "b"}
	Table     = map[string]int{"a": 1}
	Nil       = (*Logger)(nil)
	Made      = make(chan int, 1)
	New       = new(Logger)
	Name      = "p"
	R, W      = pipe()
)
type Logger struct{}
func newLogger(w io.Writer, prefix string) Logger { return Logger{} }
func pipe() (r, w *Logger) { return nil, nil }

import ("errors"; "io"; "net/http"; "os")
`);
    expect(lines).toEqual([
      'import "io"',
      'import "net/http"',
      "var Client *http.Client",
      "var Err error",
      "var Handle func(w io.Writer) error",
      "var Made chan int",
      "var Name string",
      "var Names [2]string",
      "var New *Logger",
      "var Nil *Logger",
      "var R *Logger",
      "var Std *Logger",
      "var Table map[string]int",
      "var W *Logger",
      "type Logger struct{}",
    ]);
  });

  test("keep what the type hangs on where only other packages or inference would tell it", () => {
    const lines = stub(`
var Pattern = regexp.MustCompile("^a+$")
var First = pick([]string{"a", "b"}, func(s string) bool { return s == "a" })
var In, Out = os.Pipe()
func pick[T any](from []T, accept func(T) bool) T { panic(0) }

import ("os"; "regexp")
`);
    expect(lines.slice(2)).toEqual([
      "var First = pick([]string{}, func(s string) bool {})",
      "var In, _ = os.Pipe()",
      "var _, Out = os.Pipe()",
      'var Pattern = regexp.MustCompile("")',
      "func pick[T any](from []T, accept func(T) bool) T",
    ]);
  });
});

describe("imports", () => {
  test("are those that are used", () => {
    const { text, imports } = draft([
      'import ("context"; "fmt"; str "strings")\n\nfunc F(ctx context.Context, b *str.Builder) { fmt.Println() }',
    ]);
    expect(imports).toEqual(["context", "strings"]);
    expect(text).toContain('import "context"\nimport str "strings"\n');
  });

  test("have one name each, whatever the files call them", () => {
    const text = draft(
      [
        'import "crypto/rand"\n\nfunc A() rand.Reader { panic(0) }',
        'import "math/rand"\n\nfunc B() *rand.Rand { panic(0) }',
        'import mrand "math/rand"\n\nfunc C(rand int) mrand.Source { panic(0) }',
      ],
      { packageNames: (path) => path.split("/").at(-1) },
    ).text;
    expect(text.split("\n").slice(1, -1)).toEqual([
      'import "crypto/rand"',
      'import rand2 "math/rand"',
      "func A() rand.Reader",
      "func B() *rand2.Rand",
      "func C(rand int) rand2.Source",
    ]);
  });

  test("are found by names that their paths do not show", () => {
    const lines = stub(`
import (
	"github.com/nats-io/nats.go"
	"example.com/go-isatty"
	"example.com/signer/v4"
	"gopkg.in/yaml.v3"
)

func F(*nats.Conn, isatty.Mode, v4.Signer, yaml.Node)
`);
    expect(lines).toEqual([
      'import isatty "example.com/go-isatty"',
      'import "example.com/signer/v4"',
      'import nats "github.com/nats-io/nats.go"',
      'import yaml "gopkg.in/yaml.v3"',
      "func F(*nats.Conn, isatty.Mode, v4.Signer, yaml.Node)",
    ]);
  });

  test("are taken over when they are dot imports that a name may come from", () => {
    expect(stub('import . "time"\n\nfunc F(d Duration, n int)')).toEqual([
      'import . "time"',
      "func F(d Duration, n int)",
    ]);
    expect(stub('import . "time"\n\nfunc F(n int) { Sleep(1) }')).toEqual(["func F(n int)"]);
  });
});

describe("build variants", () => {
  test("add what the first build does not have, and nothing else", () => {
    const { text } = draft(["func Pid() int\n\ntype File struct{}\n\nfunc (f *File) Fd() int"], {
      otherFiles: [
        "func Pid() uint32\n\nfunc (f *File) Fd() uintptr\n\nfunc (f *File) Handle() handle\n\ntype handle uintptr",
        "type handle string",
      ],
    });
    expect(text.split("\n").slice(1, -1)).toEqual([
      "type File struct{}",
      "func (f *File) Fd() int",
      "func Pid() int",
      "// Other builds.",
      "func (f *File) Handle() handle",
      "type handle uintptr",
    ]);
  });
});

test("the order of the files does not matter", () => {
  const files = ["func B(x *t) {}", "type t struct{}\n\nfunc A() {}"];
  expect(draft(files).text).toBe(draft(files.toReversed()).text);
});
