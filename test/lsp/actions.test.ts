import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { CodeAction, MarkupContent } from "vscode-languageserver/node";
import { GoProject } from "../cli/go-project.js";
import { Editor, edited, rangeOf } from "./editor.js";
import type { EditorOptions } from "./editor.js";
import { clean, leaking } from "./source.js";

jest.setTimeout(60_000);

let project: GoProject | undefined;

async function open(text: string, options?: EditorOptions): Promise<Editor> {
  project = new GoProject({ "a.go": text });
  const editor = await Editor.start(project, options);
  await editor.open("a.go");
  return editor;
}

afterEach(() => {
  project?.remove();
  project = undefined;
});

const place = rangeOf(leaking, "os.Open");
const wholeFile = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const fixAll = ["source.fixAll.leakcheck"];

function titled(actions: readonly CodeAction[], words: string): CodeAction | undefined {
  return actions.find(({ title }) => title.includes(words));
}

describe("quick fixes", () => {
  test("make the change that a finding suggests", async () => {
    const editor = await open(leaking);
    const action = titled(await editor.actions("a.go", place), "defer f.Close()");
    expect(action).toMatchObject({ kind: "quickfix", diagnostics: [{ code: "unclosed-file" }] });
    expect(edited(leaking, action)).toBe(clean);
  });

  test("are there only where a finding is", async () => {
    const editor = await open(leaking);
    expect(await editor.actions("a.go", rangeOf(leaking, "package"))).toEqual([]);
    expect(await editor.actions("a.go", wholeFile)).toHaveLength(2);
  });

  test("are of the kinds that are asked for", async () => {
    const editor = await open(leaking);
    const kinds = async (only: readonly string[]): Promise<unknown> =>
      (await editor.actions("a.go", place, only)).map(({ kind }) => kind);
    expect(await kinds(["quickfix"])).toEqual(["quickfix", "quickfix.ignore"]);
    expect(await kinds(["quickfix.ignore"])).toEqual(["quickfix.ignore"]);
    expect(await kinds(["refactor"])).toEqual([]);
  });

  test("are for the text as it is now, not as it was last published", async () => {
    const editor = await open(clean);
    await editor.findings("a.go");
    await editor.change("a.go", leaking);
    expect(await editor.actions("a.go", place)).toHaveLength(2);
  });

  test("name the version that they are for where the client can tell versions apart", async () => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    const editor = await open(leaking, { capabilities });
    const [action] = await editor.actions("a.go", place);
    expect(action?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: editor.uri("a.go"), version: 1 }, edits: [{}] },
    ]);
  });
});

describe("ignoring with a reason", () => {
  test("writes a directive that silences the finding", async () => {
    const editor = await open(leaking);
    const ignored = edited(leaking, titled(await editor.actions("a.go", place), "Ignore unclosed-file"));
    expect(ignored).toBe(
      leaking.replace("\tf, err", "\t//leakcheck:ignore unclosed-file say why this is no leak\n\tf, err"),
    );
    await editor.change("a.go", ignored);
    await editor.findings("a.go");
  });

  test("stands above the statement, wherever in it the finding is", async () => {
    const text = leaking.replace(
      "f, err := os.Open(path)\n\tif err",
      "if f, err := (\n\t\tos.Open)(path); err",
    );
    const editor = await open(text);
    const action = titled(await editor.actions("a.go", wholeFile), "Ignore");
    const ignored = edited(text, action);
    expect(ignored).toContain("{\n\t//leakcheck:ignore unclosed-file say why this is no leak\n\tif f, err");
    await editor.change("a.go", ignored);
    await editor.findings("a.go");
  });

  test("keeps the line breaks of the file", async () => {
    const text = leaking.replaceAll("\n", "\r\n");
    const editor = await open(text);
    const action = titled(await editor.actions("a.go", wholeFile), "Ignore");
    expect(edited(text, action)).toContain("say why this is no leak\r\n\tf, err");
  });

  test("leaves the reason to be filled in where the client can do so", async () => {
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    const editor = await open(leaking, { capabilities: { workspace: { workspaceEdit } } });
    const action = titled(await editor.actions("a.go", place), "Ignore");
    expect(action?.edit?.documentChanges).toMatchObject([
      {
        edits: [{ snippet: { value: "\t//leakcheck:ignore unclosed-file ${1:say why this is no leak}\n" } }],
      },
    ]);
  });
});

describe("the action on save", () => {
  test("makes all safe fixes and changes nothing else", async () => {
    const twice = leaking + leaking.slice(leaking.indexOf("func")).replace("size", "again");
    const editor = await open(twice);
    const [action, ...others] = await editor.actions("a.go", wholeFile, fixAll);
    expect(action?.kind).toBe("source.fixAll.leakcheck");
    expect(others).toEqual([]);
    const fixed = edited(twice, action);
    expect(fixed).toBe(twice.replaceAll("\tinfo", "\tdefer f.Close()\n\tinfo"));
    await editor.change("a.go", fixed);
    await editor.findings("a.go");
    expect(await editor.actions("a.go", wholeFile, fixAll)).toEqual([]);
  });

  test("is there for clients that ask for all fixes, and for no others", async () => {
    const editor = await open(leaking);
    expect(await editor.actions("a.go", wholeFile, ["source.fixAll"])).toHaveLength(1);
    expect(await editor.actions("a.go", wholeFile, ["source"])).toHaveLength(1);
    expect(await editor.actions("a.go", wholeFile, ["source.organizeImports"])).toEqual([]);
    expect(titled(await editor.actions("a.go", wholeFile), "Fix all")).toBeUndefined();
  });
});

describe("hover", () => {
  test("explains the rule of a finding", async () => {
    const editor = await open(leaking);
    const { line, character } = place.start;
    const hover = await editor.hover("a.go", line, character + 2);
    expect(hover?.range).toEqual(rangeOf(leaking, "os.Open(path)"));
    const { kind, value } = (hover as { contents: MarkupContent }).contents;
    expect(kind).toBe("markdown");
    expect(value).toMatch(/^\*\*leakcheck: unclosed-file\*\*\n\nReports files/);
    expect(value).toContain("too many open files");
    expect(value).toMatch(/\[More about unclosed-file\]\(.*\/rule\.md\)$/);
    expect(value).not.toContain("```");
  });

  test("says nothing elsewhere", async () => {
    const editor = await open(leaking);
    expect(await editor.hover("a.go", 0, 0)).toBeNull();
  });
});
