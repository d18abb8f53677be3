import { describe, expect, test } from "@jest/globals";
import { buildFiles } from "../../../src/knowledge/indexer/index.js";
import { loadPackages, ModuleResolver } from "../../../src/project/index.js";
import { MemoryFileSystem } from "../../project/memory-file-system.js";

/** The files of `/p`, by name. */
function filesOf(files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(([name, text]) => [`/p/${name}`, text]);
  const fs = new MemoryFileSystem({ files: Object.fromEntries(entries) });
  const found = buildFiles(loadPackages(fs, "/p", new ModuleResolver(fs)), 26);
  return (
    found && {
      name: found.packageName,
      primary: found.primary.map(({ name }) => name),
      others: found.others.map(({ name }) => name),
    }
  );
}

describe("buildFiles", () => {
  test("puts linux/amd64 without cgo first, then what any other platform builds", () => {
    expect(
      filesOf({
        "p.go": "package p",
        "p_linux.go": "package p",
        "p_windows.go": "package p",
        "p_arm64.go": "package p",
        "cgo.go": 'package p\n\nimport "C"',
        "new.go": "//go:build go1.26\n\npackage p",
        "unix.go": "//go:build unix && !cgo\n\npackage p",
      }),
    ).toEqual({
      name: "p",
      primary: ["new.go", "p.go", "p_linux.go", "unix.go"],
      others: ["cgo.go", "p_arm64.go", "p_windows.go"],
    });
  });

  test("leaves out tests, programs and what needs a tag of its own", () => {
    expect(
      filesOf({
        "p.go": "package p",
        "p_test.go": "package p",
        "gen.go": "//go:build ignore\n\npackage main",
        "tagged.go": "//go:build goexperiment.arenas\n\npackage p",
        "future.go": "//go:build go1.27\n\npackage p",
      }),
    ).toEqual({ name: "p", primary: ["p.go"], others: [] });
  });

  test("finds no package where there is nothing to import", () => {
    expect(filesOf({ "main.go": "package main" })).toBeUndefined();
    expect(filesOf({ "p.go": "//go:build never\n\npackage p" })).toBeUndefined();
  });

  test("takes the package of the first build when a folder has several", () => {
    expect(
      filesOf({
        "a_windows.go": "package a",
        "doc.go": "//go:build ignore\n\npackage doc",
        "b.go": "package b",
      }),
    ).toEqual({ name: "b", primary: ["b.go"], others: [] });
  });
});
