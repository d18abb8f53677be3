import { describe, expect, test } from "@jest/globals";
import { importsOf } from "../../src/semantics/index.js";
import { parser } from "../go-parser.js";
import { checkNames } from "./go-package.js";

function imports(text: string): string[] {
  return importsOf(parser.parse(`package p\n\n${text}\n`)).map(
    ({ path, name, form }) => `${path} ${name} ${form}`,
  );
}

describe("imports of a file", () => {
  test("in all their forms", () => {
    expect(
      imports(
        'import "os"\nimport (\n\t"net/http"\n\tfs "io/fs"\n\t. "math"\n\t_ "embed"\n\t`strings`\n)\nimport "C"',
      ),
    ).toEqual([
      "os os implicit",
      "net/http http implicit",
      "io/fs fs named",
      "math undefined dot",
      "embed undefined blank",
      "strings strings implicit",
      "C C implicit",
    ]);
  });

  test.each([
    ["example.com/x/v2", "x"],
    ["example.com/v2", "example.com"],
    ["gopkg.in/yaml.v3", "yaml"],
    ["v2", "v2"],
    ["example.com/x/v2x", "v2x"],
  ])("%s is likely called %s", (path, name) => {
    expect(imports(`import "${path}"`)).toEqual([`${path} ${name} implicit`]);
  });

  test("may be missing or broken", () => {
    expect(imports("func f() {}")).toEqual([]);
    expect(imports('import ""')).toEqual(["  implicit"]);
    expect(() => imports('import (\n\t\n\tx\n\t"unclosed\nfunc f() {}')).not.toThrow();
  });
});

describe("a package name", () => {
  test("stands for an import in the whole file", () => {
    checkNames(`package p

import (
	"os"
	web "net/http"
	yaml "gopkg.in/yaml.v3"
)

var _ = os/*os*/.Args
type handler struct{ web/*net/http*/.Handler; m map[os/*os*/.Signal]*yaml/*gopkg.in/yaml.v3*/.Node }
func f(r *web/*net/http*/.Request) (os/*os*/.File, error) { return yaml/*gopkg.in/yaml.v3*/.Unmarshal[os/*os*/.File](nil) }`);
  });

  test("can be shadowed", () => {
    checkNames(`package p

import "os"

func f(os/*1*/ T) { os/*1*/.Open() }
func g() {
	os/*os*/.Open()
	os/*2*/ := os/*os*/.Args
	use(os/*2*/)
}
func h() (os/*3*/ int) { return os/*3*/ }
func (os/*4*/ T) m() { os/*4*/.Open() }
func i() { type os/*5*/ struct{}; var x os/*5*/; use(x, os/*5*/{}) }`);
  });

  test("is not what a blank import brings, nor what an alias hides", () => {
    checkNames('package p\n\nimport _ "os"\nimport x "io"\n\nvar _, _ = os/*-*/.Args, io/*-*/.EOF');
  });

  test("that was only guessed gives way to a declaration of the package", () => {
    checkNames({
      "a.go": 'package p\n\nimport "example.com/yaml"\n\nvar _ = yaml/*1*/.X',
      "b.go": "var yaml/*1*/ T",
    });
  });

  test("is the one in the package clause, where it can be read", () => {
    checkNames('package p\n\nimport "example.com/go-redis"\n\nvar _ = redis/*example.com/go-redis*/.Nil', {
      "example.com/go-redis": "package redis\n\nvar Nil error",
    });
  });
});

describe("a dot import", () => {
  const dots = { "example.com/dots": "package dots\n\nfunc Open() {}\nfunc hidden() {}\nfunc F() {}" };

  test("brings what its package exports, after what the package declares itself", () => {
    checkNames(
      'package p\n\nimport . "example.com/dots"\n\nfunc F/*1*/() { F/*1*/(); hidden/*-*/(); Missing/*-*/() }',
      dots,
    );
  });

  test("brings nothing where its package is out of reach", () => {
    checkNames('package p\n\nimport . "example.com/dots"\n\nvar _ = Open/*-*/()');
  });
});
