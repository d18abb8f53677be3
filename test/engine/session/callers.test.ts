import { expect, test } from "@jest/globals";
import { rules } from "../../../rules/index.js";
import { LintSession } from "../../../src/engine/session/lint-session.js";
import { MemoryFileSystem } from "../../project/memory-file-system.js";

const library = `package library

import "os"

func Load(a, b string) error {
	f, err := os.Open(a)
	if err != nil {
		return err
	}
	if _, err := os.Stat(b); err != nil {
		return err
	}
	return f.Close()
}
`;

function program(body: string): string {
  return `package main\n\nimport "example.com/w/internal/library"\n\nfunc main() {\n\t${body}\n}\n`;
}

function start(body: string): string {
  return `package library\n\nfunc init() {\n\t${body}\n}\n`;
}

test("a change of who calls the code is heeded", async () => {
  const fileSystem = new MemoryFileSystem({
    files: {
      "/w/go.mod": "module example.com/w\n\ngo 1.22\n",
      "/w/main.go": program('library.Load("a", "b")'),
      "/w/internal/library/library.go": library,
    },
  });
  const session = new LintSession({ fileSystem, rules, moduleCache: undefined, scripts: "run" });
  const path = "/w/internal/library/library.go";
  expect((await session.lint(path, "/w")).diagnostics).toHaveLength(0);
  session.setBuffer("/w/main.go", program('for {\n\t\tlibrary.Load("a", "b")\n\t}'));
  expect((await session.lint(path, "/w")).diagnostics).toHaveLength(1);
  session.setBuffer("/w/main.go", undefined);
  expect((await session.lint(path, "/w")).diagnostics).toHaveLength(0);
});

test("a change of who calls the code in its own package is heeded", async () => {
  const fileSystem = new MemoryFileSystem({
    files: {
      "/w/go.mod": "module example.com/w\n\ngo 1.22\n",
      "/w/internal/library/start.go": start('_ = load("a", "b")'),
      "/w/internal/library/library.go": library.replace("Load", "load"),
    },
  });
  const session = new LintSession({ fileSystem, rules, moduleCache: undefined, scripts: "run" });
  const path = "/w/internal/library/library.go";
  const found = async (): Promise<number> => (await session.lint(path, "/w")).diagnostics.length;
  expect(await found()).toBe(0);
  session.setBuffer("/w/internal/library/start.go", start('for {\n\t\t_ = load("a", "b")\n\t}'));
  expect(await found()).toBe(1);
  session.setBuffer("/w/internal/library/start.go", undefined);
  expect(await found()).toBe(0);
});
