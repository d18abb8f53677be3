import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { lintMemory } from "../engine/lint-memory.js";

/** A function that opens with an expression and never closes, before declarations that it may use. */
function opening(expression: string, more: string): string {
  return `package w

import (
	"embed"
	"io/fs"
	"net/http"
	"os"

	"github.com/spf13/afero"
)

//go:embed assets
var assets embed.FS

func Size(fsys fs.FS, files http.FileSystem, aferoFs afero.Fs, root *os.Root, dir http.Dir, name string) (int64, error) {
	f, err := ${expression}
	if err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

${more}
`;
}

async function countOf(text: string, preset: "recommended" | "strict"): Promise<number> {
  const files = {
    "/w/a.go": text,
    "/w/go.mod": "module example.com/w\n\ngo 1.24\n\nrequire github.com/spf13/afero v1.14.0\n",
  };
  const { diagnostics, notices } = await lintMemory({ files }, { rules, flags: { preset } });
  expect(notices).toEqual([]);
  return diagnostics.filter(({ rule }) => rule === "unclosed-file").length;
}

const wrapper = `type wrapped struct{ files http.FileSystem }

func (w wrapped) Open(name string) (http.File, error) { return w.files.Open(name) }`;

const virtual: readonly (readonly [string, string])[] = [
  ["fsys.Open(name)", ""],
  ["files.Open(name)", ""],
  ["aferoFs.Create(name)", ""],
  ["afero.TempFile(aferoFs, name, name)", ""],
  ["http.FS(fsys).Open(name)", ""],
  ["http.FS(assets).Open(name)", ""],
  ["afero.NewMemMapFs().Open(name)", ""],
  ["afero.NewReadOnlyFs(afero.NewMemMapFs()).Open(name)", ""],
  ["wrapped{files}.Open(name)", wrapper],
  ["mixed.Open(name)", "var mixed fs.FS = assets\n\nfunc use(dir string) { mixed = os.DirFS(dir) }"],
  ["Shown.Open(name)", "// Shown may be set elsewhere.\nvar Shown = os.DirFS(`.`)"],
  ["inner.Open(name)", "var inner, _ = fs.Sub(assets, `assets`)"],
];

const onDisk: readonly (readonly [string, string])[] = [
  ["os.DirFS(name).Open(name)", ""],
  ["root.FS().Open(name)", ""],
  ["dir.Open(name)", ""],
  ["http.FileSystem(http.Dir(name)).Open(name)", ""],
  ["http.FileSystem(dir).Open(name)", ""],
  ["http.FS(os.DirFS(name)).Open(name)", ""],
  ["afero.NewOsFs().Open(name)", ""],
  ["afero.OsFs{}.Create(name)", ""],
  ["afero.NewBasePathFs(afero.NewOsFs(), name).Open(name)", ""],
  ["afero.TempFile(afero.NewOsFs(), name, name)", ""],
  ["disk.Open(name)", "var disk = os.DirFS(`.`)"],
  ["inner.Open(name)", "var inner, _ = fs.Sub(os.DirFS(`.`), `assets`)"],
  ["later.Open(name)", "var later http.FileSystem\n\nfunc use(dir string) { later = http.Dir(dir) }"],
  [
    "openIn(name)",
    "func openIn(name string) (fs.File, error) {\n\tfsys := os.DirFS(name)\n\treturn fsys.Open(name)\n}",
  ],
];

describe("a file that nothing closes", () => {
  test.each(virtual)("seldom matters where it may be memory: %s", async (expression, more) => {
    const text = opening(expression, more);
    expect(await countOf(text, "recommended")).toBe(0);
    expect(await countOf(text, "strict")).toBe(1);
  });

  test.each(onDisk)("matters where it is on disk: %s", async (expression, more) => {
    expect(await countOf(opening(expression, more), "recommended")).toBe(1);
  });

  test("is nothing to close where it is embedded", async () => {
    expect(await countOf(opening("assets.Open(name)", ""), "strict")).toBe(0);
  });

  test("may be memory in a loop, too", async () => {
    const text = `package w

import (
	"io/fs"
	"os"
)

func All(fsys fs.FS, names []string) error {
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}

func Disk(dir string, names []string) error {
	fsys := os.DirFS(dir)
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}
`;
    const linesIn = async (preset: "recommended" | "strict") => {
      const { diagnostics } = await lintMemory({ files: { "/w/a.go": text } }, { rules, flags: { preset } });
      return diagnostics.map(({ rule, location }) => `${rule}:${location.from.line}`);
    };
    expect(await linesIn("recommended")).toEqual(["defer-in-loop:26"]);
    expect(await linesIn("strict")).toEqual(["defer-in-loop:14", "defer-in-loop:26"]);
  });
});
