import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { lintMemory } from "./lint-memory.js";

const service = fileURLToPath(new URL("../../examples/leaky-service/", import.meta.url));

function exampleFiles(): Record<string, string> {
  const paths = readdirSync(service, { recursive: true, encoding: "utf8" });
  const wanted = paths.filter((path) => /\.go$|go\.mod$/.test(path));
  return Object.fromEntries(
    wanted.map((path) => [`/w/${path.replaceAll("\\", "/")}`, readFileSync(join(service, path), "utf8")]),
  );
}

describe("linting one file of a package", () => {
  test("follows what functions of other files hand on, through each other", async () => {
    const files = {
      "/w/open.go": `package w

import "os"

func open(path string) (*os.File, error) { return os.Open(path) }
`,
      "/w/wrap.go": `package w

import "os"

func openInHome(name string) (*os.File, error) { return open("/home/" + name) }

func unrelated() {
	f, err := os.Open("x")
	if err == nil {
		println(f.Name())
	}
}
`,
      "/w/use.go": `package w

func use() {
	f, err := openInHome("a")
	if err == nil {
		println(f.Name())
	}
}
`,
    };
    const { diagnostics } = await lintMemory({ files }, { patterns: ["use.go"], rules });
    expect(diagnostics.map(({ rule, location: { file } }) => [rule, file])).toEqual([
      ["unclosed-file", "use.go"],
    ]);
  });

  test("finds in it what linting everything finds", async () => {
    const files = exampleFiles();
    const options = { rules, flags: { preset: "all" } };
    const whole = await lintMemory({ files }, options);
    const found = new Set(whole.diagnostics.map(({ location }) => location.file));
    for (const file of found) {
      const { diagnostics } = await lintMemory({ files }, { ...options, patterns: [file] });
      expect(diagnostics).toEqual(whole.diagnostics.filter(({ location }) => location.file === file));
    }
    expect(found.size).toBeGreaterThan(10);
  });
});
