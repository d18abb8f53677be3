import { describe, expect, test } from "@jest/globals";
import { readSince, writeSince } from "../../src/knowledge/index.js";

const plain = `package testing
import "time"
const Max = 1
var A, B = f()
type T struct {
	common
	X, Y int
	time.Duration
}
func (t *T) Run(name string) bool
type F struct {
	common
}
func (f *F) Fuzz(ff any)
type Set[K comparable] interface {
	Add(k K)
}
type common struct{}
func (c *common) Chdir(dir string)
func (*common) Fail()
func Short() bool
`;

const releases = new Map([
  ["Max", "1.3"],
  ["T.Run", "1.7"],
  ["T.Y", "1.1"],
  ["T.Chdir", "1.24"],
  ["T.Fail", "1.0"],
  ["T.Duration", "1.0"],
  ["F", "1.18"],
  ["F.Fuzz", "1.18"],
  ["F.Chdir", "1.24"],
  ["F.Fail", "1.18"],
  ["Set", "1.18"],
  ["Set.Add", "1.19"],
]);

const stub = writeSince(plain, releases);

describe("since-versions", () => {
  test("stand at the ends of lines, where they differ from those of the type", () => {
    const marked = stub.split("\n").filter((line) => line.includes("//since"));
    expect(marked).toEqual([
      "const Max = 1 //since 1.3",
      "\tX, Y int //since 1.1",
      "func (t *T) Run(name string) bool //since 1.7",
      "type F struct { //since 1.18",
      "type Set[K comparable] interface { //since 1.18",
      "\tAdd(k K) //since 1.19",
      "func (c *common) Chdir(dir string) //since 1.24",
    ]);
    expect(stub.replace(/ \/\/since .*/g, "")).toBe(plain);
  });

  test("are read back for everything that is declared", () => {
    const read = readSince(stub);
    expect(read.get("Max")).toBe("1.3");
    expect(read.get("B")).toBe("1.0");
    expect(read.get("T")).toBe("1.0");
    expect(read.get("T.X")).toBe("1.1");
    expect(read.get("F.Fuzz")).toBe("1.18");
    expect(read.get("Set.Add")).toBe("1.19");
    expect(read.get("Short")).toBe("1.0");
    expect(read.get("Long")).toBeUndefined();
  });

  test("hold for the methods of embedded types as well, not before the type itself", () => {
    const read = readSince(stub);
    expect(read.get("T.Chdir")).toBe("1.24");
    expect(read.get("T.Fail")).toBe("1.0");
    expect(read.get("F.Fail")).toBe("1.18");
  });

  test("are not made up where nobody knew them", () => {
    const unknown = writeSince(plain, undefined);
    expect(readSince(unknown).size).toBe(0);
    expect(readSince(`// Code generated.\n${unknown}`).size).toBe(0);
  });
});
