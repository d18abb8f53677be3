import { describe, expect, test } from "@jest/globals";
import { discover, ModuleResolver } from "../../src/project/index.js";
import type { DiscoverOptions } from "../../src/project/index.js";
import { MemoryFileSystem } from "./memory-file-system.js";

/** Paths that a walk of `/r/w` (or of the given patterns) selects, with `/r` the root of the repository. */
function selected(
  files: Record<string, string | Uint8Array>,
  options: Partial<DiscoverOptions> = {},
  unreadable: string[] = [],
): string[] {
  const fs = new MemoryFileSystem({ files, unreadable });
  const { directories } = discover(fs, new ModuleResolver(fs), {
    workingDirectory: "/r/w",
    patterns: ["."],
    tests: false,
    ignores: () => false,
    forceExclude: false,
    gitignore: true,
    ...options,
  });
  return directories.flatMap((directory) => directory.files.map(({ path }) => path));
}

const repository = { "/r/.git/HEAD": "ref: refs/heads/main\n" };

function goFiles(...paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, "package p"]));
}

describe("what git ignores is not found:", () => {
  test("by a .gitignore in the same folder, above it and below it", () => {
    const files = {
      ...repository,
      ...goFiles("/r/w/a.go", "/r/w/b.go", "/r/w/c.go", "/r/w/s/c.go", "/r/w/s/d.go", "/r/w/t/d.go"),
      "/r/.gitignore": "b.go\n",
      "/r/w/.gitignore": "/c.go\r\n# comment\n\n",
      "/r/w/s/.gitignore": "d.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/a.go", "/r/w/s/c.go", "/r/w/t/d.go"]);
    expect(selected(files, { gitignore: false })).toHaveLength(6);
  });

  test("folders, with all that is in them", () => {
    const files = {
      ...repository,
      ...goFiles(
        "/r/w/a.go",
        "/r/w/gen/b.go",
        "/r/w/x/gen/b.go",
        "/r/w/out/c.go",
        "/r/w/x/out/c.go",
        "/r/w/gen.go",
      ),
      "/r/.gitignore": "gen/\n/w/out\n",
      "/r/w/gen/.gitignore": "!b.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/a.go", "/r/w/gen.go", "/r/w/x/out/c.go"]);
  });

  test("unless a later or a deeper pattern takes it back", () => {
    const files = {
      ...repository,
      ...goFiles("/r/w/a.pb.go", "/r/w/keep.pb.go", "/r/w/s/b.pb.go", "/r/w/s/x/c.go", "/r/w/x/d.go"),
      "/r/.gitignore": "*.pb.go\n!keep.pb.go\nx/\n",
      "/r/w/s/.gitignore": "!*.pb.go\n!x/\n",
    };
    expect(selected(files)).toEqual(["/r/w/keep.pb.go", "/r/w/s/b.pb.go", "/r/w/s/x/c.go"]);
  });

  test("by .git/info/exclude, which counts least", () => {
    const files = {
      ...repository,
      ...goFiles("/r/w/a.go", "/r/w/b.go", "/r/w/s/c.go"),
      "/r/.git/info/exclude": "*.go\ns/\n",
      "/r/.gitignore": "!a.go\n!s/\n!c.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/a.go", "/r/w/s/c.go"]);
  });

  test("by patterns with stars, anchors and escapes in nested files", () => {
    const files = {
      ...repository,
      ...goFiles(
        "/r/w/s/a.go",
        "/r/w/s/x/a.go",
        "/r/w/s/x/y/b.go",
        "/r/w/s/!c.go",
        "/r/w/s/#d.go",
        "/r/w/s/e.go",
        "/r/w/s/z/x/y/b.go",
      ),
      "/r/w/s/.gitignore": "/a.go\nx/**/b.go\n\\!c.go\n\\#d.go\n\uFEFF",
    };
    expect(selected(files)).toEqual(["/r/w/s/e.go", "/r/w/s/x/a.go", "/r/w/s/z/x/y/b.go"]);
  });

  test("in folders whose names look like patterns", () => {
    const files = {
      ...repository,
      ...goFiles(
        "/r/w/[ab]*/x.go",
        "/r/w/[ab]*/y.go",
        "/r/w/a/x.go",
        "/r/w/b c!/x.go",
        "/r/w/#d/x.go",
        "/r/w/!e/x.go",
      ),
      "/r/w/[ab]*/.gitignore": "x.go\n",
      "/r/w/b c!/.gitignore": "x.go\n",
      "/r/w/#d/.gitignore": "/x.go\n",
      "/r/w/!e/.gitignore": "/x.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/[ab]*/y.go", "/r/w/a/x.go"]);
  });

  test("with regard to case", () => {
    const files = { ...repository, ...goFiles("/r/w/Gen.go", "/r/w/gen.go"), "/r/.gitignore": "gen.go\n" };
    expect(selected(files)).toEqual(["/r/w/Gen.go"]);
  });
});

describe("the root of a repository", () => {
  test("ends the search upwards", () => {
    const files = { ...repository, ...goFiles("/r/w/a.go"), "/.gitignore": "*.go\n" };
    expect(selected(files)).toEqual(["/r/w/a.go"]);
  });

  test("on the way down, such as a submodule, has rules of its own", () => {
    const files = {
      ...repository,
      ...goFiles("/r/w/a.go", "/r/w/sub/a.go", "/r/w/sub/b.go"),
      "/r/.gitignore": "a.go\n",
      "/r/w/sub/.git": "gitdir: ../../.git/modules/sub\n",
      "/r/w/sub/.gitignore": "b.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/sub/a.go"]);
  });

  test("is the working directory where there is none", () => {
    const files = {
      ...goFiles("/r/w/a.go", "/r/w/s/a.go", "/r/w/s/b.go", "/r/w/c.go"),
      "/r/.gitignore": "c.go\n",
      "/r/w/.gitignore": "a.go\n",
    };
    expect(selected(files)).toEqual(["/r/w/c.go", "/r/w/s/b.go"]);
    expect(selected(files, { patterns: ["s"] })).toEqual(["/r/w/s/b.go"]);
  });
});

describe("what is named is looked at although git ignores it:", () => {
  const files = {
    ...repository,
    ...goFiles("/r/w/gen/a.go", "/r/w/gen/s/b.go", "/r/w/gen/s/c.go"),
    "/r/.gitignore": "gen/\n",
    "/r/w/gen/.gitignore": "c.go\n",
  };

  test("files", () => {
    expect(selected(files, { patterns: ["gen/a.go"] })).toEqual(["/r/w/gen/a.go"]);
  });

  test("folders, where what they ignore themselves stays ignored", () => {
    expect(selected(files, { patterns: ["gen"] })).toEqual(["/r/w/gen/a.go", "/r/w/gen/s/b.go"]);
    expect(selected(files, { patterns: ["./gen/s/..."] })).toEqual(["/r/w/gen/s/b.go", "/r/w/gen/s/c.go"]);
    expect(selected(files)).toEqual([]);
  });
});

test("a .gitignore that cannot be read, or makes no sense, ignores nothing", () => {
  const files = { ...repository, ...goFiles("/r/w/a.go"), "/r/w/.gitignore": "a.go\n" };
  expect(selected(files, {}, ["/r/w/.gitignore"])).toEqual(["/r/w/a.go"]);
  const senseless = "[\n[z-a]\n\\\n!\n/\n//\n**\\\n(((\n";
  expect(selected({ ...files, "/r/w/.gitignore": senseless, "/r/.gitignore": senseless })).toEqual([
    "/r/w/a.go",
  ]);
});
