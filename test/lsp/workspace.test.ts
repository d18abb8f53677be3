import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { GoProject } from "../cli/go-project.js";
import { Editor } from "./editor.js";
import type { EditorOptions } from "./editor.js";
import { leaking } from "./source.js";

jest.setTimeout(60_000);

const off = "rules: { unclosed-file: off }\n";

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

describe("configuration", () => {
  test("counts, and counts anew when it changes", async () => {
    const editor = await start({ "a.go": leaking, ".leakcheckrc.yaml": off });
    await editor.open("a.go");
    await editor.findings("a.go");
    project?.write(".leakcheckrc.yaml", "rules: { unclosed-file: info }\n");
    await editor.tellChanged(".leakcheckrc.yaml");
    const [finding] = await editor.findings("a.go", "unclosed-file");
    expect(finding?.severity).toBe(3);
  });

  test("that extends another file counts anew when that one changes", async () => {
    const editor = await start({
      "a.go": leaking,
      ".leakcheckrc.yaml": "extends: ./shared.yaml\n",
      "shared.yaml": off,
    });
    await editor.open("a.go");
    await editor.findings("a.go");
    project?.write("shared.yaml", "rules: {}\n");
    await editor.tellChanged("shared.yaml");
    await editor.findings("a.go", "unclosed-file");
  });

  test("that is wrong is told, at its place, until it is mended", async () => {
    const editor = await start({ "a.go": leaking, ".leakcheckrc.yaml": "rules:\n  unclosed-fil: off\n" });
    await editor.open("a.go");
    const published = await editor.until(() => editor.lastPublished(".leakcheckrc.yaml"));
    expect(published.diagnostics).toMatchObject([
      { range: { start: { line: 1 } }, message: expect.stringContaining("unclosed-file") },
    ]);
    expect(editor.messages).toContainEqual({
      method: "window/showMessage",
      message: expect.stringContaining("unclosed-fil"),
    });
    project?.write(".leakcheckrc.yaml", "rules: {}\n");
    await editor.tellChanged(".leakcheckrc.yaml");
    await editor.findings("a.go", "unclosed-file");
    await editor.until(
      () => editor.lastPublished(".leakcheckrc.yaml")?.diagnostics.length === 0 || undefined,
    );
  });

  test("leaves out files, as do git and the names of folders", async () => {
    const editor = await start({
      "ignored/a.go": leaking,
      "git/a.go": leaking,
      "testdata/a.go": leaking,
      "a.go": leaking,
      ".leakcheckrc.yaml": "ignores: [ignored/]\n",
      ".gitignore": "git/\n",
    });
    for (const path of ["ignored/a.go", "git/a.go", "testdata/a.go"]) {
      await editor.open(path);
      await editor.findings(path);
    }
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
  });

  test("is that of each folder of the workspace", async () => {
    const editor = await start(
      {
        "one/go.mod": "module example.com/one\n",
        "one/.leakcheckrc.yaml": off,
        "one/a.go": leaking,
        "two/go.mod": "module example.com/two\n",
        "two/a.go": leaking,
      },
      { folders: ["one", "two"], capabilities: { workspace: { workspaceFolders: true } } },
    );
    await editor.open("one/a.go");
    await editor.findings("one/a.go");
    await editor.open("two/a.go");
    await editor.findings("two/a.go", "unclosed-file");
    await editor.tell("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: editor.uri("two"), name: "two" }] },
    });
    await editor.change("two/a.go", `${leaking}\n`);
    await editor.findings("two/a.go", "unclosed-file");
  });
});

describe("JavaScript of the project", () => {
  const files = {
    "a.go": leaking,
    "leakcheck.config.mjs": `globalThis.configHasRun = true;\nexport default { rules: { "unclosed-file": "off" } };\n`,
  };
  const plugged = {
    "a.go": leaking,
    ".leakcheckrc.yaml": "plugins: [./plugin.mjs]\nrules: { mine/own: error, unclosed-file: info }\n",
    "plugin.mjs": "globalThis.pluginHasRun = true;\nexport default { name: 'mine', rules: {} };\n",
  };

  test("is not run unless the workspace is trusted, and the user is told", async () => {
    const editor = await start(files);
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    expect(editor.messages).toContainEqual({
      method: "window/showMessage",
      message: expect.stringMatching(/not trusted: .*leakcheck\.config\.mjs is left out/),
    });
    expect("configHasRun" in globalThis).toBe(false);
  });

  test("is not run as a plugin either; the rest of the configuration counts", async () => {
    const editor = await start(plugged);
    await editor.open("a.go");
    const [finding] = await editor.findings("a.go", "unclosed-file");
    expect(finding?.severity).toBe(3);
    expect(editor.messages).toContainEqual({
      method: "window/showMessage",
      message: expect.stringMatching(/plugin\.mjs is left out/),
    });
    expect("pluginHasRun" in globalThis).toBe(false);
  });

  test("is run where the workspace is trusted", async () => {
    const editor = await start(files, { initializationOptions: { trusted: true } });
    await editor.open("a.go");
    await editor.findings("a.go");
    expect(editor.messages).toEqual([]);
  });
});

describe("what makes no sense", () => {
  test("does not end the server", async () => {
    const editor = await start(
      { "a.go": leaking },
      { initializationOptions: { trusted: "yes", debounce: 0, more: 1 } },
    );
    await editor.tell("textDocument/didOpen", {});
    await editor.tell("textDocument/didChange", { textDocument: null, contentChanges: 3 });
    await editor.tell("textDocument/didClose", { textDocument: { uri: 12 } });
    await editor.tell("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///%zz" }] });
    await editor.tell("no/such/notification", { a: 1 });
    await expect(editor.connection.sendRequest("textDocument/codeAction", {})).rejects.toThrow();
    await expect(editor.connection.sendRequest("no/such/request", {})).rejects.toThrow();
    await editor.change("never-opened.go", "package x\n");
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    await editor.change("a.go", {
      range: { start: { line: 900, character: 5 }, end: { line: -4, character: -1 } },
      text: "\n// end\n",
    });
    await editor.findings("a.go", "unclosed-file");
  });

  test("are documents that are no files on a disk, and files that are no Go: nothing is said of them", async () => {
    const editor = await start({ "a.go": leaking });
    const uris = ["untitled:Untitled-1", "git:/a.go?ref", "file://host/share/b.txt"];
    for (const uri of uris) {
      const textDocument = { uri, languageId: "go", version: 1, text: leaking };
      await editor.tell("textDocument/didOpen", { textDocument });
      expect(
        await editor.connection.sendRequest("textDocument/hover", {
          textDocument: { uri },
          position: { line: 5, character: 12 },
        }),
      ).toBeNull();
    }
    await editor.open("a.go");
    await editor.findings("a.go", "unclosed-file");
    expect(editor.published.filter(({ uri }) => uris.includes(uri))).toEqual([]);
  });

  test("is a file that is too large: it is told in the log", async () => {
    const editor = await start({ "a.go": "package app\n" });
    await editor.open("a.go", leaking + "// much to say\n".repeat(300_000));
    await editor.findings("a.go");
    expect(editor.messages).toContainEqual({
      method: "window/logMessage",
      message: expect.stringMatching(/a\.go: \d+ bytes are more than maxFileSize/),
    });
  });

  test("are files outside of any module or folder of the workspace: they are linted as well", async () => {
    const outside = new GoProject({ "a.go": leaking });
    try {
      const editor = await start({ "b.go": leaking }, { folders: [] });
      const { pathToFileURL } = await import("node:url");
      const uri = pathToFileURL(outside.path("a.go")).href;
      const textDocument = { uri, languageId: "go", version: 1, text: leaking };
      await editor.tell("textDocument/didOpen", { textDocument });
      const found = await editor.until(() => editor.published.find((each) => each.uri === uri));
      expect(found.diagnostics).toMatchObject([{ code: "unclosed-file" }]);
    } finally {
      outside.remove();
    }
  });

  test("is code that does not parse: what can be understood is linted", async () => {
    const editor = await start({ "a.go": leaking });
    await editor.open("a.go", `${leaking}\nfunc broken( {\n`);
    await editor.findings("a.go", "unclosed-file");
    await editor.change("a.go", "");
    await editor.findings("a.go");
  });
});
