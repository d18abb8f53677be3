import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { GoProject } from "../cli/go-project.js";
import { Editor, rangeOf } from "./editor.js";
import type { EditorOptions } from "./editor.js";
import { clean, leaking } from "./source.js";

jest.setTimeout(60_000);

const pulling = { textDocument: { diagnostic: {} } };

let project: GoProject | undefined;

async function start(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: EditorOptions,
): Promise<Editor> {
  project = new GoProject(files);
  return Editor.start(project, options);
}

afterEach(() => {
  project?.remove();
  project = undefined;
});

describe("diagnostics that are pushed", () => {
  test("say what leaks, how much it matters, and the way there", async () => {
    const editor = await start({ "a.go": leaking });
    await editor.open("a.go");
    const [finding] = await editor.findings("a.go", "unclosed-file");
    expect(finding).toMatchObject({
      range: rangeOf(leaking, "os.Open(path)"),
      severity: 1,
      code: "unclosed-file",
      source: "leakcheck",
      message: expect.stringMatching(/^f, the file that os.Open opens, is never closed\n/),
      codeDescription: { href: expect.stringMatching(/\/rules\/unclosed-file\/rule\.md$/) },
      data: { fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(finding?.relatedInformation?.map(({ message }) => message)).toEqual([
      "1. opened here",
      "2. when `err != nil` does not hold",
      "3. the function returns here; nothing has closed it",
      "last use of f",
    ]);
    expect(finding?.relatedInformation?.[0]?.location).toEqual({
      uri: editor.uri("a.go"),
      range: rangeOf(leaking, "os.Open(path)"),
    });
  });

  test("are about the buffer and not the disk, and carry its version", async () => {
    const editor = await start({ "a.go": clean });
    await editor.open("a.go", leaking);
    await editor.findings("a.go", "unclosed-file");
    await editor.change("a.go", clean);
    await editor.findings("a.go");
    expect(editor.lastPublished("a.go")?.version).toBe(2);
    await editor.change("a.go", leaking);
    await editor.findings("a.go", "unclosed-file");
  });

  test("follow edits of parts of a text", async () => {
    const editor = await start({ "a.go": leaking });
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    const { start: at } = rangeOf(leaking, "\tinfo");
    await editor.change("a.go", { range: { start: at, end: at }, text: "\tdefer f.Close()\n" });
    await editor.findings("a.go");
  });

  test("are never published for a version that is no longer there", async () => {
    const editor = await start({ "a.go": clean });
    await editor.open("a.go");
    await editor.findings("a.go");
    for (let at = 0; at < 20; at++) await editor.change("a.go", at % 2 === 0 ? leaking : clean);
    await editor.change("a.go", leaking);
    await editor.findings("a.go", "unclosed-file");
    for (const { version = 0, diagnostics, uri } of editor.published) {
      if (uri === editor.uri("a.go"))
        expect([version, diagnostics.length]).toEqual([version, version > 1 && version % 2 === 0 ? 1 : 0]);
    }
  });

  test("are cleared when the document is closed", async () => {
    const editor = await start({ "a.go": leaking });
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    await editor.close("a.go");
    const last = await editor.until(() => {
      const found = editor.lastPublished("a.go");
      return found?.diagnostics.length === 0 ? found : undefined;
    });
    expect(last.diagnostics).toEqual([]);
  });

  test("mark directives of no use as unnecessary", async () => {
    const text = clean.replace("\tf, err", "\t//leakcheck:ignore unclosed-file why not\n\tf, err");
    const editor = await start({ "a.go": text });
    await editor.open("a.go");
    const [finding] = await editor.findings("a.go", "unused-directive");
    expect(finding).toMatchObject({ severity: 2, tags: [1] });
  });
});

describe("what a file's findings depend on", () => {
  const opening = `package app

import "os"

func open(path string) (*os.File, error) { return os.Open(path) }
`;
  const using = `package app

func touch(path string) {
	f, err := open(path)
	if err == nil {
		println(f.Name())
	}
}
`;

  test("are the unsaved buffers of its siblings", async () => {
    const editor = await start({ "open.go": opening, "use.go": using });
    await editor.open("use.go");
    await editor.findings("use.go", "unclosed-file");
    await editor.open("open.go", opening.replace("os.Open(path)", "nil, nil"));
    await editor.findings("use.go");
    await editor.change("open.go", opening);
    await editor.findings("use.go", "unclosed-file");
  });

  test("are its siblings on the disk once an unsaved one is closed", async () => {
    const editor = await start({ "open.go": opening, "use.go": using });
    await editor.open("open.go", opening.replace("os.Open(path)", "nil, nil"));
    await editor.open("use.go");
    await editor.findings("use.go");
    await editor.close("open.go");
    await editor.findings("use.go", "unclosed-file");
  });

  test("are files that come, change and go", async () => {
    const editor = await start({ "use.go": using });
    await editor.open("use.go");
    await editor.findings("use.go");
    project?.write("open.go", opening);
    await editor.tellChanged("open.go");
    await editor.findings("use.go", "unclosed-file");
    project?.write("open.go", opening.replace("os.Open(path)", "nil, nil"));
    await editor.tellChanged("open.go");
    await editor.findings("use.go");
  });

  test("are files that are renamed and deleted", async () => {
    const editor = await start({ "open.go": opening, "use.go": using });
    await editor.open("use.go");
    await editor.findings("use.go", "unclosed-file");
    project?.rename("open.go", "open.txt");
    await editor.tell("workspace/didRenameFiles", {
      files: [{ oldUri: editor.uri("open.go"), newUri: editor.uri("open.txt") }],
    });
    await editor.findings("use.go");
    project?.rename("open.txt", "other.go");
    await editor.tell("workspace/didCreateFiles", { files: [{ uri: editor.uri("other.go") }] });
    await editor.findings("use.go", "unclosed-file");
    project?.rename("other.go", "other.txt");
    await editor.tell("workspace/didDeleteFiles", { files: [{ uri: editor.uri("other.go") }] });
    await editor.findings("use.go");
  });

  test("are packages that it imports, in buffers too", async () => {
    const lib = `package lib

import "os"

var Root *os.Root
`;
    const main = `package app

import "example.com/app/lib"

func touch() {
	f, err := lib.Root.Open("x")
	if err == nil {
		println(f.Name())
	}
}
`;
    const editor = await start({ "lib/lib.go": lib, "a.go": main });
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    await editor.open("lib/lib.go", lib.replace("*os.Root", "interface{ Open(string) (int, error) }"));
    await editor.findings("a.go");
    await editor.change("lib/lib.go", lib);
    await editor.findings("a.go", "unclosed-file");
  });

  test("are files on the disk that a client does not watch, when something is saved", async () => {
    const editor = await start({ "open.go": opening, "use.go": using });
    await editor.open("use.go");
    await editor.findings("use.go", "unclosed-file");
    project?.write("open.go", opening.replace("os.Open(path)", "nil, nil // nothing"));
    await editor.save("use.go");
    await editor.findings("use.go");
  });

  test("is go.mod", async () => {
    const ticking = `package app

import "time"

func wait(done chan bool) {
	t := time.NewTicker(time.Second)
	select {
	case <-t.C:
	case <-done:
	}
}
`;
    const editor = await start({ "a.go": ticking });
    await editor.open("a.go");
    await editor.findings("a.go", "unstopped-ticker");
    project?.write("go.mod", "module example.com/app\n\ngo 1.24\n");
    await editor.tellChanged("go.mod");
    await editor.findings("a.go");
  });
});

describe("clients that watch files", () => {
  test("are asked to watch what findings depend on", async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const editor = await start({ "a.go": leaking }, { capabilities });
    const registration = await editor.until(() =>
      editor.requests.find(({ method }) => method === "client/registerCapability"),
    );
    expect(JSON.stringify(registration.params)).toContain("**/*.go");
    expect(JSON.stringify(registration.params)).toContain("**/.leakcheckrc*");
  });
});

describe("diagnostics that are pulled", () => {
  test("are the same, and are not pushed as well", async () => {
    const editor = await start({ "a.go": leaking }, { capabilities: pulling });
    expect(editor.initialized.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await editor.open("a.go");
    expect(await editor.pull("a.go")).toMatchObject({ kind: "full", items: [{ code: "unclosed-file" }] });
    await editor.change("a.go", clean);
    expect(await editor.pull("a.go")).toMatchObject({ kind: "full", items: [] });
    expect(editor.published).toEqual([]);
  });

  test("are not sent again while they hold", async () => {
    const editor = await start({ "a.go": leaking }, { capabilities: pulling });
    await editor.open("a.go");
    const { resultId } = (await editor.pull("a.go")) as { resultId?: string };
    expect(await editor.pull("a.go", resultId)).toEqual({ kind: "unchanged", resultId });
    await editor.change("a.go", clean);
    expect(await editor.pull("a.go", resultId)).toMatchObject({ kind: "full", items: [] });
  });

  test("are asked for again when the surroundings change", async () => {
    const capabilities = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };
    const editor = await start({ "a.go": leaking }, { capabilities });
    await editor.open("a.go");
    await editor.pull("a.go");
    project?.write(".leakcheckrc.yaml", "rules: { unclosed-file: off }\n");
    await editor.tellChanged(".leakcheckrc.yaml");
    await editor.until(() => editor.requests.find(({ method }) => method === "workspace/diagnostic/refresh"));
    expect(await editor.pull("a.go")).toMatchObject({ items: [] });
  });

  test("end with an error when the request is cancelled", async () => {
    const editor = await start({ "a.go": leaking }, { capabilities: pulling });
    await editor.open("a.go");
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: editor.uri("a.go") } };
    const answer = editor.connection.sendRequest("textDocument/diagnostic", params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await editor.pull("a.go")).toMatchObject({ items: [{ code: "unclosed-file" }] });
  });
});

describe("columns", () => {
  const wide = leaking.replace("f, err := os.Open(path)", "/* größe 𝄞 */ f, err := os.Open(path)");
  const { start: place } = rangeOf(wide, "os.Open(path)");

  test("count UTF-16 code units unless the client says otherwise", async () => {
    const editor = await start({ "a.go": wide });
    expect(editor.initialized.capabilities.positionEncoding).toBe("utf-16");
    await editor.open("a.go");
    const [finding] = await editor.findings("a.go", "unclosed-file");
    expect(finding?.range.start).toEqual(place);
  });

  test("count bytes for a client that would rather, in edits too", async () => {
    const capabilities = { general: { positionEncodings: ["utf-8", "utf-16"] } };
    const editor = await start({ "a.go": wide }, { capabilities });
    expect(editor.initialized.capabilities.positionEncoding).toBe("utf-8");
    await editor.open("a.go");
    const [finding] = await editor.findings("a.go", "unclosed-file");
    const inBytes = { line: place.line, character: place.character + 4 };
    expect(finding?.range.start).toEqual(inBytes);
    const range = { start: inBytes, end: { line: place.line, character: inBytes.character + 7 } };
    await editor.change("a.go", { range, text: "os.Create" });
    const [changed] = await editor.findings("a.go", "unclosed-file");
    expect(changed?.message).toContain("os.Create");
  });
});
