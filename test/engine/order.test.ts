import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { lintMemory } from "./lint-memory.js";

type Files = Readonly<Record<string, string>>;

/** What is found in some files, by where and what. */
async function found(files: Files, patterns: readonly string[] = []): Promise<readonly string[]> {
  const contents = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text]));
  const flags = { preset: "all", tests: true };
  const { diagnostics, notices } = await lintMemory({ files: contents }, { rules, patterns, flags });
  expect(notices).toEqual([]);
  return diagnostics.map(({ location, rule, messageId }) => `${location.file} ${rule} ${messageId}`);
}

/** A package that opens what another package of module b does, and leaves it open. */
function leavingOpen(name: string): string {
  return `package ${name}

import "example.com/b/logs"

func Print() {
	f, err := logs.Open()
	if err == nil {
		println(f.Name())
	}
}
`;
}

/** A function that calls one which never comes back, with a file open. */
function endingIn(called: string): string {
  return `
func ${called}Without(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	if path == "x" {
		${called}(1)
		return
	}
	println(f.Name())
	f.Close()
}
`;
}

/** A function that closes a file where another one fails, and nowhere else. */
function closingAfter(called: string): string {
  return `
func ${called}After(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = ${called}(errors.New(f.Name()))
	if err != nil {
		f.Close()
		return err
	}
	return nil
}
`;
}

describe("findings do not depend on what has been looked at before", () => {
  test("another module of the workspace that imports the same package", async () => {
    const opening = `package logs

import "os"

func Open() (*os.File, error) {
	return os.Open("log")
}
`;
    const files = {
      "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
      "a/go.mod": "module example.com/a\n\ngo 1.22\n",
      "a/a.go": leavingOpen("a"),
      "b/go.mod": "module example.com/b\n\ngo 1.22\n",
      "b/logs/logs.go": opening,
      "b/use/use.go": leavingOpen("use"),
    };
    const findings = ["b/use/use.go unclosed-file neverReleased"];
    for (const modules of [["a", "b"], ["b"]]) expect(await found(files, modules)).toEqual(findings);
  });

  test("functions that never come back, and call each other", async () => {
    const failing = `package w

import "os"

func fail(n int) {
	if n > 0 {
		retry(n - 1)
	}
	os.Exit(1)
}

func retry(n int) { fail(n) }
`;
    for (const called of [
      ["fail", "retry"],
      ["retry", "fail"],
    ])
      expect(await found({ "w.go": failing + called.map(endingIn).join("") })).toEqual([]);
  });

  test("functions that return nothing but errors, and call each other", async () => {
    const failing = `package w

import (
	"errors"
	"os"
)

func report(err error) error {
	if err != nil {
		return wrap(err)
	}
	return errors.New("failed")
}

func wrap(err error) error { return report(err) }
`;
    for (const called of [
      ["report", "wrap"],
      ["wrap", "report"],
    ])
      expect(await found({ "w.go": failing + called.map(closingAfter).join("") })).toEqual([]);
  });

  test("tests that call what is no test", async () => {
    const files = {
      "main.go": `package main

import "os"

func main() { start() }

func start() {
	f, err := os.Open("a")
	if err == nil {
		println(f.Name())
	}
}
`,
      "main_test.go": `package main

import "testing"

func TestStart(t *testing.T) {
	for range 10 {
		start()
	}
}
`,
    };
    expect(await found(files, ["main.go"])).toEqual(await found(files));
  });
});
