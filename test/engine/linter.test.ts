import { describe, expect, test } from "@jest/globals";
import type { Notice, RunResult } from "../../src/index.js";
import { defineRule } from "../../src/rule/index.js";
import type { RuleContext } from "../../src/rule/index.js";
import { MemoryFileSystem } from "../project/memory-file-system.js";
import { testMeta, unclosedCall } from "./leak-rules.js";
import { lintFileSystem, lintMemory, lintText } from "./lint-memory.js";

const leak = "package w\n\nfunc f() { open() }\n";

function places({ diagnostics }: RunResult): readonly string[] {
  return diagnostics.map(
    ({ location: { file, from }, rule }) => `${file}:${from.line}:${from.column} ${rule}`,
  );
}

function told({ notices }: RunResult): readonly string[] {
  return notices.map(({ kind, file, message }) => `${kind} ${file}: ${message}`);
}

describe("what is reported", () => {
  test("findings come folder by folder, file by file, from top to bottom", async () => {
    const result = await lintMemory(
      {
        files: {
          "/w/b.go": "package w\n\nfunc f() { tick(); open() }\n\nfunc g() { open() }\n",
          "/w/a_test.go": "package w_test\n\nfunc f() { open() }\n",
          "/w/c.go": leak,
          "/w/a/z.go": leak.replace("w", "a"),
        },
      },
      { flags: { tests: true } },
    );
    expect(places(result)).toEqual([
      "a_test.go:3:12 unclosed-call",
      "b.go:3:12 unstopped-call",
      "b.go:3:20 unclosed-call",
      "b.go:5:12 unclosed-call",
      "c.go:3:12 unclosed-call",
      "a/z.go:3:12 unclosed-call",
    ]);
    expect(result).toMatchObject({ files: 4, suppressed: 0, notices: [] });
  });

  test("names choose the files, the package around them is context", async () => {
    const files = {
      "/w/a.go": "package w\n\nfunc use() { helper() }\n",
      "/w/b.go": "package w\n\nfunc helper() { open() }\n",
    };
    const seen: string[] = [];
    const rule = defineRule({
      meta: testMeta("resolve-call"),
      create: ({ semantics, file }) => ({
        call_expression(call) {
          seen.push(`${file.path}: ${semantics.callee(call)?.kind}`);
        },
      }),
    });
    const result = await lintMemory({ files }, { patterns: ["a.go"], rules: [rule, unclosedCall] });
    expect(result).toMatchObject({ files: 1, diagnostics: [], notices: [] });
    expect(seen).toEqual(["a.go: declared"]);
  });

  test("rules know the file they look at", async () => {
    const seen: RuleContext["file"][] = [];
    const rule = defineRule({
      meta: testMeta("look"),
      create: ({ file }) => {
        seen.push(file);
        return {};
      },
    });
    await lintMemory(
      { files: { "/w/x/a.go": "package y\n", "/w/x/a_test.go": "package y_test\n" } },
      { rules: [rule], flags: { tests: true } },
    );
    expect(seen).toEqual([
      { path: "x/a.go", packageName: "y", importPath: "example.com/w/x", isTest: false },
      { path: "x/a_test.go", packageName: "y_test", importPath: "example.com/w/x_test", isTest: true },
    ]);
  });

  test("every rule that ran is described, whether or not it found anything", async () => {
    const { rules } = await lintText("package w\n");
    expect(rules.map(({ name }) => name)).toEqual(["unclosed-call", "unstopped-call", "unused-directive"]);
    expect(rules[0]).toMatchObject({
      aliases: ["open-call"],
      category: "resource",
      severity: "error",
      help: "",
    });
  });

  test("progress is told before each folder", async () => {
    const steps: string[] = [];
    await lintMemory(
      { files: { "/w/a.go": leak, "/w/b.go": leak, "/w/x/c.go": leak } },
      { onProgress: (done, total) => steps.push(`${done}/${total}`) },
    );
    expect(steps).toEqual(["0/3", "2/3"]);
  });

  test("a great many findings are all told", async () => {
    const many = 150_000;
    const rule = defineRule({
      meta: testMeta("talkative-rule"),
      create: ({ tree, report }) => {
        for (let count = 0; count < many; count++) report({ at: tree.root, messageId: "leaks" });
        return {};
      },
    });
    const { diagnostics, notices } = await lintText("package w\n", { rules: [rule] });
    expect(diagnostics).toHaveLength(many);
    expect(notices).toEqual([]);
  });
});

describe("what cannot be read", () => {
  test("a file is told, and its package linted without it", async () => {
    const result = await lintMemory({ files: { "/w/a.go": leak, "/w/b.go": leak }, unreadable: ["/w/b.go"] });
    expect(places(result)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(told(result)).toEqual([expect.stringMatching(/^unreadable b\.go: permission denied/)]);
  });

  test("a named file is told", async () => {
    const result = await lintMemory(
      { files: { "/w/a.go": leak }, unreadable: ["/w/a.go"] },
      { patterns: ["a.go"] },
    );
    expect(told(result)).toEqual([expect.stringMatching(/^unreadable a\.go: permission denied/)]);
  });

  test("a file that is only context is not told", async () => {
    const contents = { files: { "/w/a.go": leak, "/w/b.go": leak }, unreadable: ["/w/b.go"] };
    expect(told(await lintMemory(contents, { patterns: ["a.go"] }))).toEqual([]);
  });

  test("a folder is told, and the others linted", async () => {
    const result = await lintMemory({ files: { "/w/a.go": leak, "/w/x/b.go": leak }, unreadable: ["/w/x"] });
    expect(places(result)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(told(result)).toEqual(["unreadable x: the folder cannot be listed"]);
  });

  test("a socket is told when it is named", async () => {
    const result = await lintMemory(
      { files: { "/w/a.go": leak }, others: ["/w/s.go"] },
      { patterns: ["s.go", "a.go"] },
    );
    expect(places(result)).toHaveLength(1);
    expect(told(result)).toEqual(["unreadable s.go: s.go is neither a file nor a folder"]);
  });
});

describe("symbolic links", () => {
  test.each<[what: string, links: Readonly<Record<string, string>>]>([
    ["broken", { "/w/b.go": "no-such.go" }],
    ["to itself", { "/w/b.go": "b.go" }],
    ["in a circle", { "/w/b.go": "c.txt", "/w/c.txt": "b.go" }],
  ])("one that is %s is told, found or named", async (_what, links) => {
    const found = await lintMemory({ files: { "/w/a.go": leak }, links });
    expect(places(found)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(told(found)).toEqual([
      "unreadable b.go: the file cannot be opened: is it a broken or looping link?",
    ]);
    const named = await lintMemory({ files: { "/w/a.go": leak }, links }, { patterns: ["a.go", "b.go"] });
    expect(places(named)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(told(named)).toEqual(["unreadable b.go: b.go is a broken or looping link"]);
  });

  test("to a file are files", async () => {
    const result = await lintMemory({ files: { "/w/x/a.go": leak }, links: { "/w/b.go": "x/a.go" } });
    expect(places(result)).toEqual(["b.go:3:12 unclosed-call", "x/a.go:3:12 unclosed-call"]);
  });

  test("to a folder are not followed, and cannot lead in circles", async () => {
    const contents = {
      files: { "/w/a.go": leak },
      links: { "/w/up": "..", "/w/self": "self", "/w/here": "." },
    };
    const result = await lintMemory(contents);
    expect(places(result)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(told(result)).toEqual([]);
  });

  test("to a folder are followed when named", async () => {
    const contents = { files: { "/other/a.go": leak }, links: { "/w/link": "/other" } };
    expect(places(await lintMemory(contents, { patterns: ["link"] }))).toEqual([
      "link/a.go:3:12 unclosed-call",
    ]);
  });
});

describe("what is only read in part", () => {
  test.each<[what: string, text: string, notice: Partial<Notice>]>([
    [
      "a cut-off file",
      "package w\n\nfunc f() { open()",
      { kind: "syntax-error", position: { line: 3, column: 18 } },
    ],
    [
      "a broken header",
      "//go:build (\n\npackage w\n\nfunc f() { open() }\n",
      { kind: "syntax-error", position: { line: 1, column: 1 } },
    ],
  ])("%s is told with its place", async (_what, text, notice) => {
    const { notices, diagnostics } = await lintText(text);
    expect(notices).toMatchObject([notice]);
    expect(diagnostics).toHaveLength(1);
  });

  test("several errors of one file are one notice", async () => {
    const { notices } = await lintText("package w\n\nfunc f( {\n\nvar = 3\n\nfunc g) {}\n");
    expect(notices).toMatchObject([{ message: expect.stringMatching(/\(and \d+ more in this file\)/) }]);
  });

  test("a go.mod that is not understood is told", async () => {
    const result = await lintMemory({
      files: { "/w/go.mod": "module example.com/w\n\ngoo 1.22\n", "/w/a.go": leak },
    });
    expect(result.notices).toMatchObject([
      { kind: "module", file: "go.mod", position: { line: 3, column: 1 } },
    ]);
    expect(places(result)).toHaveLength(1);
  });

  test("no files but tests are told", async () => {
    const contents = { files: { "/w/a_test.go": leak } };
    expect((await lintMemory(contents)).notices).toMatchObject([{ kind: "unmatched" }]);
    expect((await lintMemory(contents, { forceExclude: true })).notices).toEqual([]);
    expect((await lintMemory(contents, { flags: { tests: true } })).notices).toEqual([]);
  });
});

/** A rule that throws when it is asked for its visitors, or by one of them. */
const throwing = (where: "create" | "visitor", error: unknown) =>
  defineRule({
    meta: testMeta("broken-rule"),
    create: () => {
      if (where === "create") throw error;
      return {
        function_declaration() {
          throw error;
        },
      };
    },
  });

describe("a crash", () => {
  test.each(["create", "visitor"] as const)(
    "in %s of a rule is told, and the other rules go on",
    async (where) => {
      const files = { "/w/a.go": `${leak}\nfunc g() {}\n`, "/w/b.go": leak };
      const result = await lintMemory(
        { files },
        { rules: [throwing(where, new Error("out of order")), unclosedCall] },
      );
      expect(places(result)).toEqual(["a.go:3:12 unclosed-call", "b.go:3:12 unclosed-call"]);
      expect(result.notices).toMatchObject([
        {
          kind: "internal-error",
          rule: "broken-rule",
          file: "a.go",
          message: "rule broken-rule crashed: out of order",
        },
        {
          kind: "internal-error",
          rule: "broken-rule",
          file: "b.go",
          message: "rule broken-rule crashed: out of order",
        },
      ]);
      expect(result.notices[0]?.detail).toContain("Error: out of order");
    },
  );

  test.each([["a text"], [undefined], [null]])("with %p is told as well", async (error) => {
    const { notices } = await lintText(leak, { rules: [throwing("visitor", error)] });
    expect(notices).toMatchObject([{ message: `rule broken-rule crashed: ${error}` }]);
  });

  test("keeps what the rule found before", async () => {
    const rule = defineRule({
      meta: testMeta("tired-rule"),
      create: ({ report }) => ({
        call_expression(call) {
          report({ at: call, messageId: "leaks", data: { call: "open" } });
          throw new Error("tired");
        },
      }),
    });
    const { diagnostics, notices } = await lintText("package w\n\nfunc f() { open(); open() }\n", {
      rules: [rule],
    });
    expect(diagnostics).toHaveLength(1);
    expect(notices).toHaveLength(1);
  });

  test.each<[what: string, report: (context: RuleContext, other: RuleContext) => void, message: string]>([
    [
      "a message that it does not have",
      ({ report, tree }) => report({ at: tree.root, messageId: "nope" }),
      'meta.messages has no "nope"',
    ],
    [
      "another file",
      ({ report }, other) => report({ at: other.tree.root, messageId: "leaks" }),
      "a report must be about the file at hand",
    ],
  ])("is what a report about %s is", async (_what, report, message) => {
    let first: RuleContext | undefined;
    const rule = defineRule({
      meta: testMeta("odd-rule"),
      create: (context) => {
        first ??= context as unknown as RuleContext;
        if (context.file.path === "b.go") report(context as unknown as RuleContext, first);
        return {};
      },
    });
    const { notices } = await lintMemory({ files: { "/w/a.go": leak, "/w/b.go": leak } }, { rules: [rule] });
    expect(notices).toMatchObject([
      { kind: "internal-error", file: "b.go", message: `rule odd-rule crashed: ${message}` },
    ]);
  });

  test("on a visitor for no kind of node is told", async () => {
    const rule = defineRule({
      meta: testMeta("odd-rule"),
      create: () => ({ call_expresion() {} }) as object,
    });
    const { notices } = await lintText(leak, { rules: [rule] });
    expect(notices).toMatchObject([
      { kind: "internal-error", message: expect.stringContaining('"call_expresion"') },
    ]);
  });

  test("over a folder is told, and the other folders are linted", async () => {
    const memory = new MemoryFileSystem({
      files: { "/w/go.mod": "module w\n", "/w/a.go": leak, "/w/x/b.go": leak },
    });
    const result = await lintFileSystem({
      readFile: (path) => memory.readFile(path),
      readDirectory: (path) => memory.readDirectory(path),
      realPath: (path) => memory.realPath(path),
      stat: (path) => {
        if (path === "/w/x/b.go") throw new Error("out of order");
        return memory.stat(path);
      },
    });
    expect(places(result)).toEqual(["a.go:3:12 unclosed-call"]);
    expect(result.notices).toMatchObject([
      { kind: "internal-error", file: "x", message: "the analysis crashed: out of order" },
    ]);
  });
});
