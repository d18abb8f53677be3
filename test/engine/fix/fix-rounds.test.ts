import { describe, expect, test } from "@jest/globals";
import { defineRule, insertStatementAfter } from "../../../src/rule/index.js";
import type { Fix, Rule, SyntaxNode } from "../../../src/rule/index.js";
import { lintMemory } from "../lint-memory.js";

/** A rule that reports the calls of a function, with the fixes that are made up for them. */
function rule(name: string, called: string, fixesOf: (call: SyntaxNode) => readonly Fix[]): Rule {
  return defineRule({
    meta: {
      name,
      summary: "Calls of a function",
      category: "resource",
      preset: "recommended",
      severity: "error",
      precision: "high",
      cwe: [],
      since: "0.1.0",
      status: "stable",
      messages: { called: "called" },
      advice: { called: "Do not." },
      fix: "safe",
    },
    create: ({ report }) => ({
      call_expression(call) {
        if (call.function.text === called) report({ at: call, messageId: "called", fixes: fixesOf(call) });
      },
    }),
  });
}

/** A fix that writes something else in place of a call. */
function instead(text: string, kind: Fix["kind"] = "safe") {
  return ({ start, end }: SyntaxNode): Fix[] => [
    { kind, message: `write ${text}`, edits: [{ start, end, text }] },
  ];
}

const safe = new Set<Fix["kind"]>(["safe"]);
const all = new Set<Fix["kind"]>(["safe", "suggestion"]);

function code(...statements: readonly string[]): string {
  return `package p\n\nfunc f() {\n${statements.map((statement) => `\t${statement}\n`).join("")}}\n`;
}

interface Written {
  readonly files: Map<string, string>;
  readonly write: (path: string, before: Uint8Array, after: Uint8Array) => void;
}

function disk(): Written {
  const files = new Map<string, string>();
  return {
    files,
    write: (path, _, after) =>
      void files.set(path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(after)),
  };
}

test("safe fixes are made, and what remains is reported", async () => {
  const rules = [rule("one", "open", instead("opened()")), rule("two", "keep", () => [])];
  const { files, write } = disk();
  const contents = { files: { "/w/a.go": code("open()", "keep()"), "/w/b.go": code("keep()") } };
  const result = await lintMemory(contents, { rules, fix: { kinds: safe, write } });
  expect([...files]).toEqual([["/w/a.go", code("opened()", "keep()")]]);
  expect(result.diagnostics.map(({ rule: name, location }) => [name, location.file])).toEqual([
    ["two", "a.go"],
    ["two", "b.go"],
  ]);
  const [before, after] = [code("open()", "keep()"), code("opened()", "keep()")];
  expect(result.fixed).toEqual([{ file: "a.go", count: 1, before, after }]);
});

test("suggestions are made only for those who ask", async () => {
  const rules = [rule("one", "open", instead("opened()", "suggestion"))];
  const contents = { files: { "/w/a.go": code("open()") } };
  const without = await lintMemory(contents, { rules, fix: { kinds: safe, write: disk().write } });
  expect(without.fixed).toEqual([]);
  expect(without.diagnostics).toHaveLength(1);
  const { files, write } = disk();
  await lintMemory(contents, { rules, fix: { kinds: all, write } });
  expect(files.get("/w/a.go")).toBe(code("opened()"));
});

test("without a place to write to, findings are those of the files as they are", async () => {
  const rules = [rule("one", "open", instead("opened()"))];
  const result = await lintMemory({ files: { "/w/a.go": code("open()") } }, { rules, fix: { kinds: safe } });
  expect(result.diagnostics).toHaveLength(1);
  expect(result.fixed).toEqual([{ file: "a.go", count: 1, before: code("open()"), after: code("opened()") }]);
});

/** A rule that wants a line after each `open()`, as long as the file has none. */
function wantsLine(name: string, text: string): Rule {
  const inner = rule(name, "open", (call) => {
    const edits = call.parent && insertStatementAfter(call.parent, text);
    return edits ? [{ kind: "safe", message: `add ${text}`, edits }] : [];
  });
  return { ...inner, create: (context) => (context.tree.text.includes(text) ? {} : inner.create(context)) };
}

test("of fixes that touch the same place, the second is made in the next round", async () => {
  const rules = [wantsLine("one", "first()"), wantsLine("two", "second()")];
  const { files, write } = disk();
  const contents = { files: { "/w/a.go": code("open()") } };
  const result = await lintMemory(contents, { rules, fix: { kinds: safe, write } });
  expect(files.get("/w/a.go")).toBe(code("open()", "second()", "first()"));
  expect(result.fixed?.[0]?.count).toBe(2);
  expect(result.notices).toEqual([]);
});

/** What becomes of a file with a rule whose fix is no good beside one whose fix is. */
async function refused(fix: (call: SyntaxNode) => readonly Fix[], ...statements: readonly string[]) {
  const rules = [rule("good", "good", instead("done()")), rule("bad", "bad", fix)];
  const { files, write } = disk();
  const contents = { files: { "/w/a.go": code(...statements) } };
  const { notices, diagnostics } = await lintMemory(contents, { rules, fix: { kinds: safe, write } });
  return { text: files.get("/w/a.go"), notices, left: diagnostics.length };
}

describe("a fix is refused, with a notice that says which", () => {
  test("when the file would have a syntax error more", async () => {
    const { text, notices, left } = await refused(instead("bad(("), "good()", "bad()", "good()");
    expect(text).toBe(code("done()", "bad()", "done()"));
    expect(left).toBe(1);
    expect(notices).toMatchObject([
      { kind: "unfixed", rule: "bad", file: "a.go", position: { line: 5, column: 2 } },
    ]);
    expect(notices[0]?.message).toBe("not fixed (write bad((): the file would have a syntax error more");
  });

  test("when its finding would stay", async () => {
    const { text, notices } = await refused(instead("bad( )"), "good()", "bad()");
    expect(text).toBe(code("done()", "bad()"));
    expect(notices[0]?.message).toBe("not fixed (write bad( )): its finding would stay, or another one come");
  });

  test("when another finding would come", async () => {
    const { text } = await refused(instead("good()"), "bad()");
    expect(text).toBeUndefined();
  });
});

test("syntax errors that are there already are no obstacle", async () => {
  const rules = [rule("one", "open", instead("opened()"))];
  const broken = `${code("open()")}\nfunc g( {\n`;
  const { files, write } = disk();
  await lintMemory({ files: { "/w/a.go": broken } }, { rules, fix: { kinds: safe, write } });
  expect(files.get("/w/a.go")).toBe(broken.replace("open()", "opened()"));
});

test("a file that is not valid UTF-8 is never written", async () => {
  const rules = [rule("one", "open", instead("opened()"))];
  const bytes = Buffer.concat([Buffer.from(code("open()")), Buffer.from("// \xe9\n", "latin1")]);
  const { files, write } = disk();
  const result = await lintMemory({ files: { "/w/a.go": bytes } }, { rules, fix: { kinds: safe, write } });
  expect([...files]).toEqual([]);
  expect(result.diagnostics).toHaveLength(1);
  expect(result.notices.find(({ kind }) => kind === "unfixed")).toMatchObject({
    file: "a.go",
    message: "it is not valid UTF-8, so its fix is left to you",
  });
});

test("a byte order mark and line endings stay", async () => {
  const rules = [rule("one", "open", instead("opened()"))];
  const text = `\u{FEFF}${code("open()")}`.replaceAll("\n", "\r\n");
  const { files, write } = disk();
  await lintMemory({ files: { "/w/a.go": text } }, { rules, fix: { kinds: safe, write } });
  expect(files.get("/w/a.go")).toBe(text.replace("open()", "opened()"));
});

function refuseFirst(path: string): void {
  if (path === "/w/a.go") throw new Error("it is read-only");
}

test("a file that cannot be written keeps its findings, and a notice says why", async () => {
  const rules = [rule("one", "open", instead("opened()"))];
  const contents = { files: { "/w/a.go": code("open()"), "/w/b.go": code("open()") } };
  const result = await lintMemory(contents, { rules, fix: { kinds: safe, write: refuseFirst } });
  expect(result.diagnostics.map(({ location }) => location.file)).toEqual(["a.go"]);
  expect(result.fixed?.map(({ file }) => file)).toEqual(["b.go"]);
  expect(result.notices).toEqual([
    { kind: "unwritable", file: "a.go", message: "its fixes cannot be written: it is read-only" },
  ]);
});

test("after ten rounds a notice says that there is more to fix", async () => {
  // Each fix touches what the next one does.
  const names = Array.from({ length: 12 }, (_, at) => `f${String.fromCharCode(97 + at)}`);
  const rules = names.map((name) =>
    rule(name, name, (call) => [
      {
        kind: "safe",
        message: "end it",
        edits: [
          { start: call.start, end: call.start, text: "x" },
          { start: 0, end: 0, text: "\n" },
        ],
      },
    ]),
  );
  const contents = { files: { "/w/a.go": code(...names.map((name) => `${name}()`)) } };
  const result = await lintMemory(contents, { rules, fix: { kinds: safe, write: disk().write } });
  expect(result.diagnostics).toHaveLength(2);
  expect(result.notices).toEqual([
    { kind: "unfixed", file: "a.go", message: "there are still fixes after 10 rounds: run --fix again" },
  ]);
});
