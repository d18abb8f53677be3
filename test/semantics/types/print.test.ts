import { describe, expect, test } from "@jest/globals";
import { openPackage } from "../go-package.js";

/** The type of a package-level variable, as text. */
function typeOf(variable: string, declarations: string): string {
  const { semantics, trees } = openPackage({ "a.go": declarations });
  const [object] = semantics.index.lookup(variable);
  const [tree] = trees;
  if (!object || !tree) throw new Error(`${variable} is not declared`);
  const file = semantics.file(tree);
  return file.typeText(file.typeOfObject(object));
}

describe("a type is printed", () => {
  test.each([
    ["map[string]*T", "map[string]*example.com/p.T"],
    ["[]<-chan chan<- int", "[]<-chan chan<- int"],
    ["chan (<-chan int)", "chan (<-chan int)"],
    ["func(a, b int, rest ...string) (T, error)", "func(int, int, ...string) (example.com/p.T, error)"],
    ["struct{ A, B int; T }", "struct{A int; B int; example.com/p.T}"],
    ["interface{ M(int); error }", "interface{Error() string; M(int)}"],
    ["interface{}", "any"],
    ["[2]byte", "[2]uint8"],
    ["missing.Type", "?"],
  ])("%s as %s", (type, text) => {
    expect(typeOf("v", `type T struct{}\nvar v ${type}`)).toBe(text);
  });

  test("in good time, though it leads back to itself by many ways", () => {
    const declarations = `
type A interface { a() interface { X } }
type B interface { b() interface { Y } }
type C interface { c() interface { Z } }
type X interface { A; B; C }
type Y interface { A; B; C }
type Z interface { A; B; C }
var v interface { X; Y; Z }`;
    expect(typeOf("v", declarations).length).toBeLessThan(100_000);
  });
});
