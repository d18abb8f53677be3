import { describe, expect, test } from "@jest/globals";
import { discover, isReported, loadPackages, ModuleResolver } from "../../src/project/index.js";
import type { DiscoverOptions, Selection } from "../../src/project/index.js";
import { MemoryFileSystem, type MemoryContents } from "./memory-file-system.js";

const defaults: DiscoverOptions = {
  workingDirectory: "/w",
  patterns: [],
  tests: false,
  ignores: () => false,
  forceExclude: false,
  gitignore: true,
};

function select(contents: MemoryContents, options: Partial<DiscoverOptions>): Selection {
  const fs = new MemoryFileSystem(contents);
  return discover(fs, new ModuleResolver(fs), { ...defaults, ...options });
}

/** The selected paths; a `!` marks those that were named. */
function paths(selection: Selection): string[] {
  return selection.directories.flatMap(({ files }) =>
    files.map(({ path, named }) => (named ? `!${path}` : path)),
  );
}

function filesAt(...names: string[]): MemoryContents {
  return {
    files: Object.fromEntries(
      names.map((name) => [name, name.endsWith(".mod") ? "module m\n" : "package p"]),
    ),
  };
}

function ignores(path: string): boolean {
  return path === "/w/x" || path.endsWith("/ignored.go");
}

const tree = filesAt(
  "/w/go.mod",
  "/w/a.go",
  "/w/a_test.go",
  "/w/readme.md",
  "/w/x/b.go",
  "/w/x/y/c.go",
  "/w/x-y/d.go",
  "/w/vendor/v/v.go",
  "/w/x/testdata/t.go",
  "/w/_old/o.go",
  "/w/.hidden/h.go",
  "/w/_o.go",
  "/w/.h.go",
  "/w/nested/go.mod",
  "/w/nested/n.go",
  "/w/nested/deep/m.go",
  "/out/z.go",
);

describe("patterns", () => {
  test.each<[string[], string[]]>([
    [[], ["/w/a.go", "/w/x/b.go", "/w/x/y/c.go", "/w/x-y/d.go"]],
    [["./..."], ["/w/a.go", "/w/x/b.go", "/w/x/y/c.go", "/w/x-y/d.go"]],
    [["..."], ["/w/a.go", "/w/x/b.go", "/w/x/y/c.go", "/w/x-y/d.go"]],
    [["x/..."], ["/w/x/b.go", "/w/x/y/c.go"]],
    [["./x..."], ["/w/x/b.go", "/w/x/y/c.go", "/w/x-y/d.go"]],
    [["./.../y"], ["/w/x/y/c.go"]],
    [["./.../y/..."], ["/w/x/y/c.go"]],
    [["/out/..."], ["/out/z.go"]],
    [["../out/..."], ["/out/z.go"]],
    [["nested/..."], ["/w/nested/n.go", "/w/nested/deep/m.go"]],
    [["vendor/..."], ["/w/vendor/v/v.go"]],
  ])("%j selects %j", (patterns, expected) => {
    const selection = select(tree, { patterns });
    expect(paths(selection).toSorted()).toEqual(expected.toSorted());
    expect(selection.problems).toEqual([]);
  });

  test("skip what go.mod ignores", () => {
    const files = {
      "/w/go.mod": "module m\nignore (\n\t./gen\n\tnode_modules\n\t./x/skip/\n)\n",
      ...filesAt(
        "/w/a.go",
        "/w/gen/g.go",
        "/w/gen/sub/g.go",
        "/w/x/gen/ok.go",
        "/w/x/skip/s.go",
        "/w/x/node_modules/n/n.go",
        "/w/generic/ok.go",
      ).files,
    };
    expect(paths(select({ files }, {}))).toEqual(["/w/a.go", "/w/generic/ok.go", "/w/x/gen/ok.go"]);
    expect(paths(select({ files }, { patterns: ["gen"] }))).toEqual(["/w/gen/g.go", "/w/gen/sub/g.go"]);
    expect(paths(select({ files }, { patterns: ["gen/g.go"] }))).toEqual(["!/w/gen/g.go"]);
  });

  test("do not take a folder called go.mod for a module", () => {
    const contents = { ...filesAt("/w/a.go", "/w/x/b.go"), directories: ["/w/x/go.mod"] };
    expect(paths(select(contents, {}))).toEqual(["/w/a.go", "/w/x/b.go"]);
  });

  test("do not stop at the module they start in", () => {
    expect(paths(select(filesAt("/w/go.mod", "/w/a.go"), { patterns: ["./..."] }))).toEqual(["/w/a.go"]);
  });
});

describe("folders", () => {
  test.each<[string[], string[]]>([
    [["."], ["/w/a.go", "/w/nested/deep/m.go", "/w/nested/n.go", "/w/x-y/d.go", "/w/x/b.go", "/w/x/y/c.go"]],
    [["x"], ["/w/x/b.go", "/w/x/y/c.go"]],
    [["x/"], ["/w/x/b.go", "/w/x/y/c.go"]],
    [[".\\x\\y"], ["/w/x/y/c.go"]],
    [["nested"], ["/w/nested/deep/m.go", "/w/nested/n.go"]],
    [["vendor/v"], ["/w/vendor/v/v.go"]],
    [["vendor"], ["/w/vendor/v/v.go"]],
    [["x/testdata"], ["/w/x/testdata/t.go"]],
    [["_old"], ["/w/_old/o.go"]],
    [[".hidden"], ["/w/.hidden/h.go"]],
    [["/out"], ["/out/z.go"]],
  ])("%j select %j", (patterns, expected) => {
    const selection = select(tree, { patterns });
    expect(paths(selection).toSorted()).toEqual(expected.toSorted());
    expect(selection.problems).toEqual([]);
  });
});

describe("files", () => {
  test.each([
    "a.go",
    "a_test.go",
    "_o.go",
    ".h.go",
    "vendor/v/v.go",
    "x/testdata/t.go",
    "nested/n.go",
    "x\\y\\c.go",
    "/out/z.go",
  ])("that are named are selected: %s", (name) => {
    const selection = select(tree, { patterns: [name] });
    expect(paths(selection)).toEqual([`!${name.startsWith("/") ? "" : "/w/"}${name.replaceAll("\\", "/")}`]);
    expect(selection.problems).toEqual([]);
  });

  test("of tests are selected when they are wanted", () => {
    expect(paths(select(tree, { tests: true }))).toContain("/w/a_test.go");
    expect(paths(select(tree, { tests: false }))).not.toContain("/w/a_test.go");
  });

  test("that are hidden are in their package when they are named", () => {
    const fs = new MemoryFileSystem(tree);
    const modules = new ModuleResolver(fs);
    const [directory] = discover(fs, modules, { ...defaults, patterns: ["_o.go"] }).directories;
    const named = new Set(directory?.files.map(({ path }) => path));
    const { packages } = loadPackages(fs, "/w", modules, { named });
    expect(packages[0]?.files.map(({ name }) => name)).toEqual(["_o.go", "a.go", "a_test.go"]);
  });
});

describe("a selection", () => {
  test("is grouped by folder and sorted, whatever the order of the arguments", () => {
    const { directories } = select(tree, { patterns: ["x-y", "x/y/c.go", "x/b.go", "a.go"] });
    expect(directories.map(({ directory }) => directory)).toEqual(["/w", "/w/x", "/w/x-y", "/w/x/y"]);
  });

  test("has each file once, named if any argument named it", () => {
    expect(paths(select(tree, { patterns: ["x", "./x/...", "x/b.go", "x/y"] }))).toEqual([
      "!/w/x/b.go",
      "/w/x/y/c.go",
    ]);
    expect(paths(select(tree, { patterns: ["x/b.go", "x"] }))).toEqual(["!/w/x/b.go", "/w/x/y/c.go"]);
  });

  test("has each file once when a link leads to its folder", () => {
    const contents = { ...filesAt("/w/a/f.go", "/w/a/b/g.go"), links: { "/w/link": "a", "/v": "/w" } };
    expect(paths(select(contents, { patterns: ["a", "link", "link/f.go", "/v/a/b"] }))).toEqual([
      "!/w/a/f.go",
      "/w/a/b/g.go",
    ]);
    expect(paths(select(contents, { patterns: ["link/b"] }))).toEqual(["/w/link/b/g.go"]);
  });
});

describe("links", () => {
  test("to folders are not followed on the way, and are when named", () => {
    const contents = {
      ...filesAt("/w/a.go", "/out/z.go", "/out/sub/y.go"),
      links: { "/w/link": "/out", "/out/back": "/w", "/out/self": ".", "/w/link.go": "/out" },
    };
    expect(paths(select(contents, { patterns: ["."] }))).toEqual(["/w/a.go"]);
    expect(paths(select(contents, { patterns: ["link"] }))).toEqual(["/w/link/z.go", "/w/link/sub/y.go"]);
    expect(paths(select(contents, { patterns: ["./link/..."] }))).toEqual([
      "/w/link/z.go",
      "/w/link/sub/y.go",
    ]);
  });

  test("to files are read", () => {
    const contents = { ...filesAt("/w/a.go", "/out/z.go"), links: { "/w/z.go": "../out/z.go" } };
    expect(paths(select(contents, { patterns: ["."] }))).toEqual(["/w/a.go", "/w/z.go"]);
    expect(paths(select(contents, { patterns: ["z.go"] }))).toEqual(["!/w/z.go"]);
  });

  test("that are broken or loop are unreadable when named", () => {
    const contents = { ...filesAt("/w/a.go"), links: { "/w/broken.go": "nowhere", "/w/loop": "loop" } };
    const selection = select(contents, { patterns: ["broken.go", "loop", "a.go"] });
    expect(paths(selection)).toEqual(["!/w/a.go"]);
    expect(selection.problems).toMatchObject([
      { kind: "unreadable", path: "/w/broken.go", message: expect.stringContaining("link") },
      { kind: "unreadable", path: "/w/loop" },
    ]);
  });

  test("that are broken are found on the way, so that loading reports them", () => {
    const contents = { ...filesAt("/w/a.go"), links: { "/w/broken.go": "nowhere" } };
    expect(paths(select(contents, {}))).toEqual(["/w/a.go", "/w/broken.go"]);
  });
});

describe("ignores of the configuration", () => {
  test("apply to what is found, and keep the walk out of folders", () => {
    const asked: string[] = [];
    const contents = { files: { ...tree.files, "/w/x-y/ignored.go": "package p" } };
    const selection = select(contents, { ignores: (path) => (asked.push(path), ignores(path)) });
    expect(paths(selection)).toEqual(["/w/a.go", "/w/x-y/d.go"]);
    expect(asked).not.toContain("/w/x/b.go");
  });

  test("do not apply to what is named", () => {
    expect(paths(select(tree, { ignores, patterns: ["x/b.go", "x/y"] }))).toEqual([
      "!/w/x/b.go",
      "/w/x/y/c.go",
    ]);
  });
});

describe("forceExclude", () => {
  test.each([
    "x/b.go",
    "x/y/c.go",
    "x/y",
    "x",
    "a_test.go",
    "_o.go",
    ".h.go",
    "vendor/v/v.go",
    "vendor/v",
    ".hidden",
    "x/testdata/t.go",
  ])("leaves out %s without a word", (name) =>
    expect(select(tree, { ignores, forceExclude: true, patterns: [name] })).toEqual({
      directories: [],
      problems: [],
    }),
  );

  test("keeps the others, as if they had been found", () => {
    const selection = select(tree, {
      ignores,
      forceExclude: true,
      patterns: ["a.go", "nested/n.go", "/out/z.go", "x-y"],
    });
    expect(paths(selection)).toEqual(["/out/z.go", "/w/a.go", "/w/nested/n.go", "/w/x-y/d.go"]);
  });

  test("keeps tests that are wanted", () => {
    expect(paths(select(tree, { forceExclude: true, tests: true, patterns: ["a_test.go"] }))).toEqual([
      "/w/a_test.go",
    ]);
  });

  test("leaves out what git ignores", () => {
    const contents = {
      files: { ...filesAt("/w/a.go", "/w/gen/b.go").files, "/w/.git/HEAD": "", "/w/.gitignore": "gen/\n" },
    };
    expect(paths(select(contents, { forceExclude: true, patterns: ["gen/b.go", "gen", "a.go"] }))).toEqual([
      "/w/a.go",
    ]);
  });
});

describe("problems", () => {
  test.each<[string, string, string]>([
    ["missing.go", "unmatched", "there is no file or folder missing.go"],
    ["missing/dir", "unmatched", "there is no file or folder missing/dir"],
    ["missing/...", "unmatched", "there is no folder /w/missing"],
    ["a.go/...", "unmatched", "there is no folder /w/a.go"],
    ["readme.md", "unmatched", "does not end in .go"],
    ["", "unmatched", "an argument is empty"],
  ])("%j is %s: %s", (argument, kind, message) => {
    const selection = select(tree, { patterns: [argument, "x/y"] });
    expect(selection.problems).toMatchObject([{ kind, message: expect.stringContaining(message) }]);
    expect(paths(selection)).toEqual(["/w/x/y/c.go"]);
  });

  test("tell a socket from a file", () => {
    const selection = select({ others: ["/w/socket.go"] }, { patterns: ["socket.go"] });
    expect(selection.problems).toMatchObject([
      { kind: "unreadable", message: expect.stringContaining("neither") },
    ]);
  });

  test("name folders that cannot be listed, and the rest is found", () => {
    const selection = select({ ...tree, unreadable: ["/w/x"] }, {});
    expect(selection.problems).toMatchObject([{ kind: "unreadable", path: "/w/x" }]);
    expect(paths(selection)).toEqual(["/w/a.go", "/w/x-y/d.go"]);
  });

  test.each<[string, MemoryContents, Partial<DiscoverOptions>, string]>([
    ["is empty", { directories: ["/w"] }, {}, "name a folder that holds Go source"],
    ["has no Go", filesAt("/w/readme.md"), {}, "name a folder that holds Go source"],
    ["has tests alone", filesAt("/w/a_test.go"), {}, "use --tests"],
    [
      "is ignored",
      filesAt("/w/a.go"),
      { ignores: () => true },
      "not ignored, by git or by configuration (a.go)",
    ],
    ["has modules alone", filesAt("/w/m/go.mod", "/w/m/a.go"), {}, "stops at other modules (m)"],
    ["has vendored files alone", filesAt("/w/vendor/v/a.go"), { patterns: ["."] }, "outside of vendor"],
  ])("say what to do when a folder %s", (_, contents, options, message) => {
    expect(select(contents, options).problems).toEqual([
      { kind: "unmatched", path: "/w", message: expect.stringContaining(message) },
    ]);
  });

  test("do not arise from a folder whose files another argument selected already", () => {
    expect(select(tree, { patterns: ["x", "x/y"] }).problems).toEqual([]);
  });
});

describe("isReported", () => {
  const fs = new MemoryFileSystem({
    files: { "/w/a.go": "package p", "/w/g.go": "// Code generated by x. DO NOT EDIT.\n\npackage p" },
  });
  const modules = new ModuleResolver(fs);
  const files = loadPackages(fs, "/w", modules).packages[0]?.files ?? [];

  test.each<[string[], boolean, string[]]>([
    [["."], false, ["a.go"]],
    [["."], true, ["a.go", "g.go"]],
    [["g.go"], false, ["g.go"]],
    [[".", "g.go"], false, ["a.go", "g.go"]],
  ])("for %j with generated: %s is true of %j", (patterns, generated, expected) => {
    const selected = discover(fs, modules, { ...defaults, patterns }).directories.flatMap(
      (directory) => directory.files,
    );
    const reported = files.filter((file) => {
      const selectedFile = selected.find(({ path }) => path === file.path);
      return selectedFile !== undefined && isReported(file, selectedFile, { generated });
    });
    expect(reported.map(({ name }) => name)).toEqual(expected);
  });
});

test("Windows paths work as arguments and as the working directory", () => {
  const contents = { files: { "C:/w/x/a.go": "package p" } };
  const fs = new WindowsFileSystem(contents);
  const options = { ...defaults, workingDirectory: "C:/w", patterns: ["x\\a.go", "C:\\w\\x", ".\\..."] };
  const selection = discover(fs, new ModuleResolver(fs), options);
  expect(paths(selection)).toEqual(["!C:/w/x/a.go"]);
  expect(selection.problems).toEqual([]);
});

/** Puts the drive `C:` at the root of a file system. */
class WindowsFileSystem extends MemoryFileSystem {
  constructor(contents: MemoryContents) {
    const files = Object.entries(contents.files ?? {}).map(([path, text]) => [path.slice(2), text] as const);
    super({ files: Object.fromEntries(files) });
  }

  override readFile(path: string) {
    return super.readFile(path.slice(2));
  }

  override readDirectory(path: string) {
    return super.readDirectory(path.slice(2));
  }

  override stat(path: string) {
    return super.stat(path.slice(2));
  }

  override realPath(path: string): string {
    return `C:${super.realPath(path.slice(2))}`;
  }
}
