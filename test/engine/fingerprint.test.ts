import { describe, expect, test } from "@jest/globals";
import type { Rule } from "../../src/rule/index.js";
import { callRule, unclosedCall } from "./leak-rules.js";
import { lintMemory } from "./lint-memory.js";

/** The fingerprints of all findings, in order. */
async function fingerprints(
  files: Readonly<Record<string, string>>,
  rules: readonly Rule[] = [unclosedCall],
): Promise<readonly string[]> {
  const inModule = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text]));
  const { diagnostics } = await lintMemory({ files: inModule }, { rules });
  return diagnostics.map(({ fingerprint }) => fingerprint);
}

const text = "package w\n\nfunc f() {\n\tuse(open(1, 2))\n}\n";

describe("a fingerprint stays the same", () => {
  test.each<[when: string, files: Readonly<Record<string, string>>]>([
    ["lines move", { "a.go": text.replace("func", "// A comment.\n\n\nfunc") }],
    ["the file is renamed", { "b.go": text }],
    ["the finding is indented otherwise", { "a.go": text.replace("\tuse(", "\t\tuse(") }],
    ["the expression is broken into lines", { "a.go": text.replace("1, 2", "1,\n\t\t2") }],
    ["a statement comes before it", { "a.go": text.replace("\tuse", "\tclose()\n\tuse") }],
    [
      "another function with a finding comes before it",
      { "a.go": text.replace("func", "func e() { tick() }\n\nfunc") },
    ],
    ["line ends become CRLF", { "a.go": text.replaceAll("\n", "\r\n") }],
    ["another file joins the package", { "a.go": text, "other.go": "package w\n\nfunc g() {}\n" }],
  ])("when %s", async (_when, files) => {
    const before = await fingerprints({ "a.go": text });
    expect(before).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(await fingerprints(files)).toEqual(before);
  });

  test("when an equal call comes after it", async () => {
    const [before] = await fingerprints({ "a.go": text });
    const after = await fingerprints({ "a.go": text.replace("\n}", "\n\topen(1, 2)\n}") });
    expect(after).toHaveLength(2);
    expect(after[0]).toBe(before);
  });

  test("when another rule reports the same expression", async () => {
    const [before] = await fingerprints({ "a.go": text });
    const both = await fingerprints({ "a.go": text }, [unclosedCall, callRule("another-call", "open")]);
    expect(both).toHaveLength(2);
    expect(both).toContain(before);
  });
});

describe("fingerprints differ", () => {
  test.each<[between: string, files: Readonly<Record<string, string>>]>([
    ["two equal calls in one function", { "a.go": "package w\n\nfunc f() { open(); open() }\n" }],
    ["two functions", { "a.go": "package w\n\nfunc f() { open() }\n\nfunc g() { open() }\n" }],
    [
      "a function and a method of its name",
      { "a.go": "package w\n\nfunc f() { open() }\n\nfunc (t *T) f() { open() }\n" },
    ],
    [
      "methods of two types",
      { "a.go": "package w\n\nfunc (t T) f() { open() }\n\nfunc (u *U[V]) f() { open() }\n" },
    ],
    ["two different calls", { "a.go": "package w\n\nfunc f() { open(1); open(2) }\n" }],
    [
      "the init functions of two files",
      { "a.go": "package w\n\nfunc init() { open() }\n", "b.go": "package w\n\nfunc init() { open() }\n" },
    ],
    [
      "two init functions of one file",
      { "a.go": "package w\n\nfunc init() { open() }\n\nfunc init() { open() }\n" },
    ],
    [
      "variables of two files",
      { "a.go": "package w\n\nvar a = open()\n", "b.go": "package w\n\nvar b = open()\n" },
    ],
    [
      "two packages",
      { "x/a.go": "package x\n\nfunc f() { open() }\n", "y/a.go": "package y\n\nfunc f() { open() }\n" },
    ],
    [
      "a package and its external tests",
      {
        "a.go": "package w\n\nfunc f() { open() }\n",
        "a_test.go": "package w_test\n\nfunc f() { open() }\n",
      },
    ],
  ])("between %s", async (_between, files) => {
    const inModule = Object.fromEntries(
      Object.entries(files).map(([path, contents]) => [`/w/${path}`, contents]),
    );
    const { diagnostics } = await lintMemory(
      { files: inModule },
      { rules: [unclosedCall], flags: { tests: true } },
    );
    expect(new Set(diagnostics.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test("between the same folders of two modules", async () => {
    const [one] = await fingerprints({ "a.go": text });
    const [other] = await fingerprints({ "a.go": text, "go.mod": "module example.com/other\n" });
    expect(one).not.toBe(other);
  });

  test("between two folders outside of any module", async () => {
    const { diagnostics } = await lintMemory(
      { files: { "/x/a/a.go": text, "/x/b/a.go": text } },
      { workingDirectory: "/x" },
    );
    const [one, other] = diagnostics.map(({ fingerprint }) => fingerprint);
    expect(one).toBeDefined();
    expect(one).not.toBe(other);
  });
});
