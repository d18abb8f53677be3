import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { parseGoMod, parseGoWork } from "../../src/project/index.js";

describe("parseGoMod", () => {
  test("reads every directive, as lines and as blocks", () => {
    const file = parseGoMod(`// A comment.
module example.com/app // another

go 1.24.1

toolchain go1.25.0

godebug asynctimerchan=1
godebug (
	default=go1.22
	panicnil=1
)

require example.com/a v1.0.0
require (
	example.com/b v1.2.3 // indirect
	example.com/c v0.0.0-20240101000000-abcdefabcdef // indirect; needed for tests
	example.com/d v1.0.0 // not indirect

	// A comment of its own.
	example.com/e/v2 v2.0.0+incompatible
)

replace example.com/a => ../a
replace (
	example.com/b v1.2.3 => example.com/fork v1.2.4
	example.com/c => /abs/c
)

exclude example.com/x v1.0.0
exclude (
	example.com/y v1.1.0
)

retract v1.0.0
retract [v1.1.0, v1.2.0] // broken
retract (
	v1.3.0
	[v1.4.0, v1.5.0]
)

tool example.com/tool/cmd
tool (
	example.com/other
)

ignore ./node_modules
ignore (
	static
)
`);
    expect(file.problems).toEqual([]);
    expect(file.modulePath).toBe("example.com/app");
    expect(file.goVersion?.text).toBe("1.24.1");
    expect(file.toolchain).toBe("go1.25.0");
    expect([...file.godebug]).toEqual([
      ["asynctimerchan", "1"],
      ["default", "go1.22"],
      ["panicnil", "1"],
    ]);
    expect(file.requires).toEqual([
      { path: "example.com/a", version: "v1.0.0", indirect: false },
      { path: "example.com/b", version: "v1.2.3", indirect: true },
      { path: "example.com/c", version: "v0.0.0-20240101000000-abcdefabcdef", indirect: true },
      { path: "example.com/d", version: "v1.0.0", indirect: false },
      { path: "example.com/e/v2", version: "v2.0.0+incompatible", indirect: false },
    ]);
    expect(file.replaces).toEqual([
      { from: { path: "example.com/a", version: undefined }, to: { path: "../a", version: undefined } },
      {
        from: { path: "example.com/b", version: "v1.2.3" },
        to: { path: "example.com/fork", version: "v1.2.4" },
      },
      { from: { path: "example.com/c", version: undefined }, to: { path: "/abs/c", version: undefined } },
    ]);
    expect(file.excludes.map(({ path }) => path)).toEqual(["example.com/x", "example.com/y"]);
    expect(file.retracts).toEqual([
      { low: "v1.0.0", high: "v1.0.0" },
      { low: "v1.1.0", high: "v1.2.0" },
      { low: "v1.3.0", high: "v1.3.0" },
      { low: "v1.4.0", high: "v1.5.0" },
    ]);
    expect(file.tools).toEqual(["example.com/tool/cmd", "example.com/other"]);
    expect(file.ignores).toEqual(["./node_modules", "static"]);
  });

  test("reads CRLF, tabs, trailing blanks and no line break at the end", () => {
    const file = parseGoMod(
      "module\texample.com/app \r\n\r\ngo 1.21 // comment\r\nrequire (\r\n\ta.b/c v1.0.0\r\n)",
    );
    expect(file.problems).toEqual([]);
    expect(file.modulePath).toBe("example.com/app");
    expect(file.goVersion?.text).toBe("1.21");
    expect(file.requires).toHaveLength(1);
  });

  test("reads quoted strings, which may hold signs and blanks", () => {
    const file = parseGoMod(
      'module "example.com/a"\nreplace `x.y/z` => "../a b (c) // d"\nignore "a\\\\b\\"c"',
    );
    expect(file.problems).toEqual([]);
    expect(file.modulePath).toBe("example.com/a");
    expect(file.replaces[0]).toMatchObject({ from: { path: "x.y/z" }, to: { path: "../a b (c) // d" } });
    expect(file.ignores).toEqual(['a\\b"c']);
  });

  test("reads blocks of one entry, empty blocks and a module block", () => {
    const file = parseGoMod("module (\n\texample.com/a\n)\nrequire ()\nexclude (\n)\n");
    expect(file.problems).toEqual([]);
    expect(file.modulePath).toBe("example.com/a");
  });

  test("does not take a comment right after a word into it", () => {
    expect(parseGoMod("module example.com/a//b").modulePath).toBe("example.com/a");
  });

  test("assumes Go 1.16 without a go line", () => {
    expect(parseGoMod("module a").goVersion?.text).toBe("1.16");
  });

  test.each([
    "go 1.21.x",
    "go v1.21",
    "go 1",
    "go go1.21",
    "go",
    "go 1.21 1.22",
    "go 1.21.0-custom",
    "go latest",
  ])("knows no version by %j", (line) => {
    const file = parseGoMod(`module a\n${line}\n`);
    expect(file.goVersion).toBeUndefined();
    expect(file.problems).toEqual([{ line: 2, message: expect.stringContaining("invalid go version") }]);
  });

  test("accepts toolchain default", () => {
    const file = parseGoMod("module a\ntoolchain default");
    expect(file).toMatchObject({ toolchain: "default", problems: [] });
  });

  test("names a missing module line, in an empty file too", () => {
    expect(parseGoMod("").problems).toEqual([{ line: 1, message: "there is no `module` line" }]);
    expect(parseGoMod("go 1.21").problems).toHaveLength(1);
  });

  test.each([
    ["frobnicate x", "unknown directive: frobnicate"],
    ["use ./a", "unknown directive: use"],
    ["module b", "repeated `module` line"],
    ["require x.y/z", "usage: require"],
    ["require x.y/z v1 v2", "usage: require"],
    ["exclude x.y/z", "usage: exclude"],
    ["godebug asynctimerchan", "usage: godebug"],
    ["godebug a=1 b=2", "usage: godebug"],
    ["toolchain 1.21", "invalid toolchain `1.21`"],
    ["replace x.y/z", "usage: replace"],
    ["replace x.y/z =>", "usage: replace"],
    ["replace => ../z", "usage: replace"],
    ["replace x.y/z => other.com/z", "has no version and is no folder"],
    ["retract", "usage: retract"],
    ["retract [v1.0.0]", "usage: retract"],
    ["retract [v1.0.0, v1.1.0", "usage: retract"],
    ["tool", "usage: tool"],
    ["ignore a b", "usage: ignore"],
    ["go (", "block `go (` is never closed"],
    ["require (", "block `require (` is never closed"],
    ["/* no */", "comments here begin with `//`"],
    ['tool "open', "does not end on its line"],
    ["tool `open", "does not end on its line"],
    ['tool "\\x41"', "unsupported escape"],
  ])("says what is wrong with %j, and where", (line, message) => {
    const file = parseGoMod(`module a\n\n${line}\n`);
    expect(file.problems).toEqual([{ line: 3, message: expect.stringContaining(message) }]);
    expect(file.modulePath).toBe("a");
  });

  test("keeps reading after a bad line, and names an unknown block once", () => {
    const file = parseGoMod("module a\nfuture (\n\tx\n\ty\n)\nrequire ( // why not\n\tb v1\n) x\ngo 1.22\n");
    expect(file.problems).toEqual([
      { line: 3, message: "unknown directive: future" },
      { line: 8, message: "expected the end of the line after `)`" },
    ]);
    expect(file.requires).toHaveLength(1);
    expect(file.goVersion?.text).toBe("1.22");
  });

  test("refuses go as a block", () => {
    const file = parseGoMod("module a\ngo (\n\t1.21\n)\n");
    expect(file.problems).toEqual([{ line: 3, message: "`go` cannot be a block" }]);
  });

  test("survives any text", () => {
    const pieces = fc.constantFrom(
      "module",
      "go",
      "require",
      " ",
      "\n",
      "\r\n",
      "(",
      ")",
      '"',
      "`",
      "//",
      "/*",
      "=>",
      "[",
      ",",
      "v1",
      "é",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        const lines = text.split("\n").length;
        for (const { line } of [...parseGoMod(text).problems, ...parseGoWork(text).problems]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
    );
  });
});

describe("parseGoWork", () => {
  test("reads its directives", () => {
    const file = parseGoWork(
      "go 1.23.0\ntoolchain go1.24.0\nuse ./a\nuse (\n\t../b\n\t.\n)\nreplace x.y/z => ./z\ngodebug panicnil=1\n",
    );
    expect(file.problems).toEqual([]);
    expect(file.goVersion?.text).toBe("1.23.0");
    expect(file.uses).toEqual(["./a", "../b", "."]);
    expect(file.replaces).toHaveLength(1);
    expect(file.godebug.get("panicnil")).toBe("1");
  });

  test("assumes Go 1.18 without a go line, and needs no module line", () => {
    const file = parseGoWork("use .\n");
    expect(file.goVersion?.text).toBe("1.18");
    expect(file.problems).toEqual([]);
  });

  test("knows nothing of the directives of go.mod", () => {
    expect(parseGoWork("require a v1\n").problems).toEqual([
      { line: 1, message: "unknown directive: require" },
    ]);
  });
});
