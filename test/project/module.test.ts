import { describe, expect, test } from "@jest/globals";
import { importPathOf, ModuleResolver } from "../../src/project/index.js";
import type { GoModule } from "../../src/project/index.js";
import { MemoryFileSystem, type MemoryContents } from "./memory-file-system.js";

function resolver(contents: MemoryContents): ModuleResolver {
  return new ModuleResolver(new MemoryFileSystem(contents));
}

function moduleAt(directory: string, files: Record<string, string>): GoModule {
  const module = resolver({ files }).find(directory);
  if (module === undefined) throw new Error(`no module at ${directory}`);
  return module;
}

function moduleCalled(path: string): GoModule {
  return moduleAt("/w", { "/w/go.mod": `module ${path}\n` });
}

describe("ModuleResolver", () => {
  test("finds the nearest go.mod upwards", () => {
    const modules = resolver({
      files: {
        "/w/go.mod": "module a.b/w\n\ngo 1.22.3\n",
        "/w/x/y/z.go": "package y",
        "/w/nested/go.mod": "module a.b/w/nested\n",
        "/w/vendor/modules.txt": "",
      },
    });
    expect(modules.find("/w/x/y")).toMatchObject({ root: "/w", path: "a.b/w", hasVendor: true });
    expect(modules.find("/w")).toBe(modules.find("/w/x/y"));
    expect(modules.find("/w")?.goVersion?.text).toBe("1.22.3");
    expect(modules.find("/w/nested/deep")).toMatchObject({ root: "/w/nested", hasVendor: false });
    expect(modules.find("/w/nested/deep")?.goVersion?.text).toBe("1.16");
    expect(modules.find("/elsewhere")).toBeUndefined();
    expect(modules.find("/")).toBeUndefined();
    expect(modules.problems).toEqual([]);
  });

  test("reads each file once, and tells each problem once", () => {
    const fs = new MemoryFileSystem({
      files: { "/w/go.mod": "module w\nfoo bar\n", "/w/go.work": "use .\nbar foo\n" },
    });
    const modules = new ModuleResolver(fs);
    for (const directory of ["/w/a", "/w/b/c", "/w", "/w/a"]) modules.find(directory);
    expect(fs.reads.toSorted()).toEqual(["/w/go.mod", "/w/go.work"]);
    expect(modules.problems).toEqual([
      { kind: "module", path: "/w/go.mod", line: 2, message: "unknown directive: foo" },
      { kind: "module", path: "/w/go.work", line: 2, message: "unknown directive: bar" },
    ]);
  });

  test("passes over a folder called go.mod", () => {
    const modules = resolver({ files: { "/w/go.mod": "module w\n" }, directories: ["/w/x/go.mod"] });
    expect(modules.find("/w/x")?.root).toBe("/w");
  });

  test("knows no version when go.mod cannot be read", () => {
    const modules = resolver({ files: { "/w/go.mod": "module w\n" }, unreadable: ["/w/go.mod"] });
    expect(modules.find("/w")).toMatchObject({ root: "/w", path: undefined, goVersion: undefined });
    expect(modules.find("/w")?.runtimeVersion).toBeUndefined();
    expect(modules.problems).toEqual([
      { kind: "unreadable", path: "/w/go.mod", message: expect.stringContaining("permission denied") },
    ]);
  });

  test("reads a go.mod with a byte order mark", () => {
    expect(moduleAt("/w", { "/w/go.mod": "\uFEFFmodule w\r\ngo 1.23\r\n" })).toMatchObject({ path: "w" });
  });

  test("works at the root of a file system", () => {
    expect(moduleAt("/a", { "/go.mod": "module w\n" }).root).toBe("/");
  });
});

describe("the version of the run time", () => {
  test("is that of the go line", () => {
    expect(moduleAt("/w", { "/w/go.mod": "module w\ngo 1.22" }).runtimeVersion?.text).toBe("1.22");
  });

  test("is set by godebug default", () => {
    const module = moduleAt("/w", { "/w/go.mod": "module w\ngo 1.24\ngodebug default=go1.22\n" });
    expect(module.runtimeVersion?.text).toBe("1.22");
    expect(module.goVersion?.text).toBe("1.24");
  });

  test("is that of go.work in a workspace, settings included", () => {
    const module = moduleAt("/w/a", {
      "/w/go.work": "go 1.24\ngodebug panicnil=1\nuse ./a\n",
      "/w/a/go.mod": "module a\ngo 1.22\ngodebug asynctimerchan=1\n",
    });
    expect(module.goVersion?.text).toBe("1.22");
    expect(module.runtimeVersion?.text).toBe("1.24");
    expect([...module.godebug]).toEqual([["panicnil", "1"]]);
  });
});

test("godebug settings of go.mod are in force without a workspace", () => {
  const module = moduleAt("/w", { "/w/go.mod": "module w\ngo 1.24\ngodebug asynctimerchan=1\n" });
  expect(module.godebug.get("asynctimerchan")).toBe("1");
});

describe("go.work", () => {
  const files = {
    "/w/go.work": "go 1.23\nuse (\n\t./a\n\t../out\n\t/abs\n\t.\n)\n",
    "/w/go.mod": "module w\n",
    "/w/a/go.mod": "module a\n",
    "/w/b/go.mod": "module b\n",
    "/out/go.mod": "module out\n",
    "/w/vendor/modules.txt": "",
  };

  test("holds for the modules that it uses", () => {
    const { workspace } = moduleAt("/w/a/sub", files);
    expect(workspace).toMatchObject({ root: "/w", hasVendor: true });
    expect(workspace?.uses).toEqual(["/w/a", "/out", "/abs", "/w"]);
    expect(moduleAt("/w", files).workspace?.root).toBe("/w");
  });

  test("does not hold for a module that it does not use", () => {
    expect(moduleAt("/w/b", files).workspace).toBeUndefined();
    // Used, but not below go.work, where the go command would not look for it either.
    expect(moduleAt("/out", files).workspace).toBeUndefined();
  });

  test("further up is found past one that does not use the module", () => {
    const module = moduleAt("/w/x/a", {
      "/w/go.work": "use ./x/a\n",
      "/w/x/go.work": "use ./other\n",
      "/w/x/a/go.mod": "module a\n",
    });
    expect(module.workspace?.root).toBe("/w");
  });
});

describe("importPathOf", () => {
  test.each([
    ["a.b/w", "/w", "a.b/w"],
    ["a.b/w", "/w/x/y", "a.b/w/x/y"],
    ["a.b/w", "/w/vendor/c.d/e", "c.d/e"],
    ["a.b/w", "/w/x/vendor/c.d/e", "c.d/e"],
    ["a.b/w", "/w/myvendor/e", "a.b/w/myvendor/e"],
    ["std", "/w/net/http", "net/http"],
    ["cmd", "/w/go", "cmd/go"],
  ])("in module %s, %s is %s", (path, directory, expected) => {
    expect(importPathOf(moduleCalled(path), directory)).toBe(expected);
  });

  test("is unknown without a module line and outside of the module", () => {
    expect(importPathOf(moduleAt("/w", { "/w/go.mod": "go 1.22\n" }), "/w/x")).toBeUndefined();
    expect(importPathOf(moduleCalled("a.b/w"), "/wide")).toBeUndefined();
  });
});
