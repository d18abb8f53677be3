import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Diagnostic, Notice } from "../../src/index.js";
import { GoProject, unclosed } from "./go-project.js";

const deep = 20_000;

/** A file of Go source or what calls itself so, and what is to be said of it. */
interface BadFile {
  readonly contents: string | Uint8Array;
  readonly notice?: { readonly kind: Notice["kind"]; readonly message: string | RegExp };
  /** Lines with findings. */
  readonly findings: readonly number[];
}

const badFiles: Readonly<Record<string, BadFile>> = {
  "empty.go": {
    contents: "",
    notice: { kind: "syntax-error", message: "syntax error: there is no package clause" },
    findings: [],
  },
  "binary.go": {
    contents: Uint8Array.from({ length: 1024 }, (_, index) => index % 256),
    notice: { kind: "binary", message: "not Go source: the file holds NUL bytes" },
    findings: [],
  },
  "nul.go": {
    contents: `${unclosed}\0`,
    notice: { kind: "binary", message: "not Go source: the file holds NUL bytes" },
    findings: [],
  },
  "large.go": {
    contents: unclosed + "// much to say\n".repeat(1_400_000),
    notice: { kind: "oversize", message: /^\d{8} bytes are more than maxFileSize \(4000000\)$/ },
    findings: [],
  },
  "parentheses.go": {
    contents: `${unclosed}\nvar deep = ${"(".repeat(deep)}1${")".repeat(deep)}\n`,
    findings: [6],
  },
  "blocks.go": {
    contents: `${unclosed}\nfunc deep() {${"{".repeat(deep)}${"}".repeat(deep)}}\n`,
    findings: [6],
  },
  "functions.go": {
    contents: `${unclosed}\nfunc deep() {${"func() {".repeat(deep)}${"}()".repeat(deep)}}\n`,
    findings: [6],
  },
  "calls.go": {
    contents: `${unclosed}\nvar deep = ${"call(".repeat(deep)}${")".repeat(deep)}\n`,
    findings: [6],
  },
  "latin1.go": {
    contents: Buffer.from(unclosed.replace('"x"', '"größe"'), "latin1"),
    notice: { kind: "encoding", message: "not valid UTF-8: invalid bytes are read as U+FFFD" },
    findings: [6],
  },
  "bom.go": { contents: `\ufeff${unclosed}`, findings: [6] },
  "crlf.go": { contents: unclosed.replaceAll("\n", "\r\n"), findings: [6] },
  "cut-off.go": {
    contents: `${unclosed}\nfunc cut() {\n\tif true {\n\t\tprintln("x`,
    notice: { kind: "syntax-error", message: /^syntax error/ },
    findings: [6],
  },
  "prose.go": {
    contents: "This is no Go at all.\n",
    notice: { kind: "syntax-error", message: /^syntax error/ },
    findings: [],
  },
  "good.go": { contents: unclosed, findings: [6] },
};

describe("bad files beside good ones", () => {
  let project: GoProject;
  let exitCode: number | null;
  let diagnostics: readonly Diagnostic[];
  let notices: readonly Notice[];

  beforeAll(async () => {
    // One folder each, so that no name is declared twice.
    const files = Object.entries(badFiles).map(([name, { contents }]) => [
      `${name.slice(0, -3)}/${name}`,
      contents,
    ]);
    project = new GoProject(Object.fromEntries(files));
    project.write("folder.go/in.go", unclosed);
    project.write("no-go/readme.txt", "no Go here\n");
    const run = await project.spawn([
      ".",
      "no-go",
      "folder.go",
      "no-such.go",
      "./no-such/...",
      "--format",
      "json",
    ]);
    exitCode = run.exitCode;
    ({ diagnostics, notices } = JSON.parse(run.stdout));
  });

  afterAll(() => project.remove());

  test.each(Object.entries(badFiles))("%s", (name, { findings, notice }) => {
    const about = notices.filter(({ file }) => file?.endsWith(`/${name}`));
    const found = diagnostics.filter(({ location }) => location.file.endsWith(`/${name}`));
    expect(found.map(({ location }) => location.from.line)).toEqual(findings);
    expect(about.map(({ kind }) => kind)).toEqual(notice ? [notice.kind] : []);
    if (notice) expect(about[0]?.message).toMatch(notice.message);
  });

  test("a folder called like a file is a folder", () => {
    expect(diagnostics.filter(({ location }) => location.file === "folder.go/in.go")).toHaveLength(1);
  });

  test.each([
    ["no-go", "no-go selects no Go file: name a folder that holds Go source"],
    ["no-such.go", "there is no file or folder no-such.go"],
    ["no-such", /^there is no folder .*no-such for \.\/no-such\/\.\.\.$/],
  ])("%s is told", (path, message) => {
    const about = notices.filter(({ file }) => file === path);
    expect(about).toMatchObject([{ kind: "unmatched", message: expect.stringMatching(message) }]);
    expect(exitCode).toBe(2);
  });

  test("nothing crashes", () => {
    expect(notices.filter(({ kind }) => kind === "internal-error")).toEqual([]);
  });
});

describe("a configuration that cannot be used", () => {
  const plugin = "plugins: ./plugin.mjs\n";

  test.each<[what: string, config: string, place: string, words: readonly string[]]>([
    ["wrong types", "tests: 5\nignores: 3\n", ".leakcheckrc:1:8", ["tests", "ignores"]],
    ["an unknown key", "rules: {}\nruels: {}\n", ".leakcheckrc:2:1", ['did you mean "rules"?']],
    [
      "an unknown rule",
      "rules:\n  unclosed-fiel: off\n",
      ".leakcheckrc:2:3",
      ['did you mean "unclosed-file"?'],
    ],
    ["an unknown level", "rules:\n  unclosed-file: warn\n", ".leakcheckrc:2:18", ['did you mean "warning"?']],
    ["broken YAML", "rules: {\n", ".leakcheckrc:2:1", []],
    ["an unknown preset", "extends: recomended\n", ".leakcheckrc:1:10", ['did you mean "recommended"?']],
    ["a plugin that is not there", "plugins: ./none.mjs\n", ".leakcheckrc:1:10", ["there is no such file"]],
    ["a plugin that throws", plugin, ".leakcheckrc:1:10", ["./plugin.mjs", "out of order"]],
  ])("%s", async (_what, config, place, words) => {
    const project = new GoProject({
      "a.go": unclosed,
      ".leakcheckrc": config,
      "plugin.mjs": 'throw new Error("out of order");\n',
    });
    const { exitCode, stdout, stderr } = await project.run(["--format", "json"]);
    project.remove();
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(place);
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/internal error|\n {4}at /);
  });
});
