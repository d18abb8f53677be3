import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import type { Diagnostic, RunResult } from "../../src/index.js";
import { lintFileSystem } from "../engine/lint-memory.js";
import { MemoryFileSystem } from "../project/memory-file-system.js";

const files = {
  "/w/go.mod": "module example.com/w\n\ngo 1.22\n",
  "/w/disk/disk.go": `package disk

import "os"

type Disk struct{ root string }

// Open opens below the root.
func (d *Disk) Open(name string) (*os.File, error) {
	return os.Open(d.root + name)
}
`,
  "/w/store/store.go": `// Package store is on disk.
package store

import (
	"os"

	"example.com/w/disk"
)

func Size(f *os.File) int64 {
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	return info.Size()
}

func Read(name string) (*os.File, error) {
	var d disk.Disk
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func own(name string) int64 {
	f, err := Read(name)
	if err != nil {
		return 0
	}
	return Size(f)
}
`,
  "/w/api/api.go": `package api

import "example.com/w/store"

func Handle(name string) int64 {
	f, err := store.Read(name)
	if err != nil {
		return 0
	}
	return store.Size(f)
}
`,
  "/w/plain/plain.go": `package plain

import "example.com/w/unused"

type Thing struct{ n int }

func New() *Thing {
	unused.F()
	return &Thing{}
}
`,
  "/w/other/other.go": `package other

import "example.com/w/plain"

func F() *plain.Thing {
	return plain.New()
}
`,
  "/w/unused/unused.go": "package unused\n\nfunc F() {}\n",
};

const fileRule = rules.filter(({ meta }) => meta.name === "unclosed-file");

function lintPatterns(...patterns: readonly string[]): {
  readonly result: Promise<RunResult>;
  readonly fileSystem: MemoryFileSystem;
} {
  const fileSystem = new MemoryFileSystem({ files });
  return { result: lintFileSystem(fileSystem, { patterns, rules: fileRule }), fileSystem };
}

function shown({ location: { file, from }, message }: Diagnostic): string {
  return `${file}:${from.line} ${message}`;
}

const inStore = "store/store.go:28 f, the file that Read opens, is never closed";
const inApi = "api/api.go:6 f, the file that store.Read opens, is never closed";

describe("functions of other packages that hand out what they open", () => {
  test("are told by the places where they get it from", async () => {
    const { diagnostics } = await lintPatterns("api").result;
    expect(diagnostics.map(shown)).toEqual([inApi]);
    const related = diagnostics[0]?.related.map(
      ({ location: { file, from, start, end }, message }) =>
        `${file}:${from.line}:${from.column} ${files[`/w/${file}` as keyof typeof files].slice(start, end)} ${message}`,
    );
    expect(related).toEqual([
      "store/store.go:20:12 d.Open(name) store.Read hands out the file of d.Open",
      "disk/disk.go:9:9 os.Open(d.root + name) d.Open hands out the file of os.Open",
      "api/api.go:10:20 f last use of f",
    ]);
  });

  test.each([
    [["./..."], [inApi, inStore]],
    [
      ["store", "api"],
      [inApi, inStore],
    ],
    [["api/api.go"], [inApi]],
    [["store/store.go"], [inStore]],
    [["disk"], []],
  ])("count whatever else is linted: %s", async (patterns, expected) => {
    const { diagnostics } = await lintPatterns(...patterns).result;
    expect(diagnostics.map(shown).toSorted()).toEqual(expected);
  });

  test("are read alone: what hands out nothing stays unread", async () => {
    const { result, fileSystem } = lintPatterns("other");
    const { diagnostics } = await result;
    const read = fileSystem.reads.filter((path) => path.endsWith(".go"));
    expect({ diagnostics, read }).toEqual({
      diagnostics: [],
      read: ["/w/other/other.go", "/w/plain/plain.go"],
    });
  });
});
