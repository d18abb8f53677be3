import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { defineResourceRule, defineRule, resourceKind } from "../../src/rule/index.js";
import { checkFixture, checkRule, formatVerdict, readFixtures } from "../../src/testing/index.js";
import { callsOf } from "./sample-rules.js";

const exits = callsOf("os.Exit");

let testdata: string;

beforeEach(() => {
  testdata = mkdtempSync(join(tmpdir(), "leakcheck-testing-"));
});

afterEach(() => rmSync(testdata, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(testdata, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A Go file whose function has the given lines; the first of them is line 6. */
function goFile(...lines: string[]): string {
  return `package p\n\nimport "os"\n\nfunc f() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;
}

/** The verdicts on a single fixture file. */
async function verdicts(rule: typeof exits, ...lines: string[]): Promise<readonly string[]> {
  write({ "go1.22/case/a.go": goFile(...lines) });
  const [fixture] = readFixtures(testdata);
  if (!fixture) throw new Error("no fixture");
  return (await checkFixture(rule, fixture)).verdicts.map(formatVerdict);
}

describe("want comments", () => {
  test.each([
    ["one regular expression", 'os.Exit(1) // want "calls os.Exit"'],
    ["in backquotes", "os.Exit(1) // want `^calls os\\.Exit$`"],
    ["with escapes", 'os.Exit(1) // want "^calls os\\\\.Exit$"'],
    ["several on one line", 'func() { os.Exit(1); os.Exit(2) }() // want "calls" `os.Exit`'],
    ["in a block comment", 'os.Exit(1) /* want "calls" */'],
    ["without a space", 'os.Exit(1) //want "calls"'],
  ])("are understood: %s", async (_, line) => {
    expect(await verdicts(exits, line)).toEqual([]);
  });

  test("may speak of another line", async () => {
    expect(await verdicts(exits, '// want +1 "calls"', "os.Exit(1)")).toEqual([]);
    expect(await verdicts(exits, "os.Exit(1)", '// want -1 "calls"')).toEqual([]);
  });

  test("are not looked for in strings", async () => {
    expect(await verdicts(exits, 'println(`// want "calls"`)')).toEqual([]);
  });

  test.each([
    [
      "no quotes",
      "// want calls",
      /^broken .*a\.go:6 {2}a quoted regular expression must follow "want", not calls$/,
    ],
    ["nothing at all", "// want", /^broken .*a quoted regular expression must follow "want"/],
    ["a half-open string", '// want "calls', /^broken .*a quoted regular expression must follow/],
    ["a broken expression", '// want "("', /^broken .*Invalid regular expression/],
    ["an unknown escape", String.raw`// want "\q"`, /^broken /],
  ])("that cannot be read are told: %s", async (_, line, complaint) => {
    expect(await verdicts(exits, line)).toEqual([expect.stringMatching(complaint)]);
  });

  test("leave other comments alone", async () => {
    expect(await verdicts(exits, "// wanted: an exit", "// We want peace.")).toEqual([]);
  });
});

describe("verdicts", () => {
  test("missing: expected, not found", async () => {
    expect(await verdicts(exits, 'os.Getpid() // want "calls"')).toEqual([
      "missing go1.22/case/a.go:6  want: calls",
    ]);
  });

  test("noisy: found, not expected", async () => {
    expect(await verdicts(exits, "os.Exit(1)")).toEqual(["noisy   go1.22/case/a.go:6  calls os.Exit"]);
  });

  test("wrong: another message", async () => {
    expect(await verdicts(exits, 'os.Exit(1) // want "reads"')).toEqual([
      "wrong   go1.22/case/a.go:6  want: reads; got: calls os.Exit",
    ]);
  });

  test("each finding meets one expectation", async () => {
    expect(await verdicts(exits, 'func() { os.Exit(1); os.Exit(2) }() // want "calls"')).toEqual([
      "noisy   go1.22/case/a.go:6  calls os.Exit",
    ]);
    expect(await verdicts(exits, 'os.Exit(1) // want "calls" "calls"')).toEqual([
      "missing go1.22/case/a.go:6  want: calls",
    ]);
  });

  test("broken: the fixture is not Go", async () => {
    expect(await verdicts(exits, "if {")).toEqual([
      expect.stringMatching(/^broken {2}go1\.22\/case\/a\.go:\d+ {2}syntax error/),
    ]);
  });
});

describe("golden files", () => {
  const fixing = callsOf("os.Exit", "return");
  const before = goFile('os.Exit(1) // want "calls"', 'os.Exit(2) // want "calls"');
  const after = goFile('os.Exit(1) // want "calls"', "return", 'os.Exit(2) // want "calls"', "return");

  test("hold what the first fix of every finding makes of a file", async () => {
    write({ "go1.22/case/a.go": before, "go1.22/case/a.go.golden": after });
    await checkRule({ rule: fixing, testdata });
  });

  test("that say something else are wrong", async () => {
    write({ "go1.22/case/a.go": before, "go1.22/case/a.go.golden": after.replace("return", "panic(1)") });
    await expect(checkRule({ rule: fixing, testdata })).rejects.toThrow(
      String.raw`wrong   go1.22/case/a.go.golden:7  want: "\tpanic(1)"; fixed: "\treturn"`,
    );
  });

  test("that end early are wrong", async () => {
    write({
      "go1.22/case/a.go": before,
      "go1.22/case/a.go.golden": after.slice(0, after.indexOf("}\n") + 1),
    });
    await expect(checkRule({ rule: fixing, testdata })).rejects.toThrow('want: end of file; fixed: ""');
  });

  test("must belong to a file", () => {
    write({ "go1.22/case/a.go": before, "go1.22/case/b.go.golden": after });
    expect(() => readFixtures(testdata)).toThrow(/b\.go\.golden: there is no b\.go$/);
  });

  test("are not needed to see that a fix breaks the file", async () => {
    write({ "go1.22/case/a.go": before });
    await expect(checkRule({ rule: callsOf("os.Exit", "}}"), testdata })).rejects.toThrow(
      "broken  go1.22/case/a.go:1  the fixed file has syntax errors",
    );
  });
});

describe("checkRule", () => {
  test("resolves when rule and fixtures agree, given a path or a URL", async () => {
    write({ "go1.22/case/a.go": goFile('os.Exit(1) // want "calls"') });
    await checkRule({ rule: exits, testdata });
    await checkRule({ rule: exits, testdata: pathToFileURL(join(testdata, "/")) });
  });

  test("rejects with every disagreement of every case", async () => {
    write({
      "go1.22/first/a.go": goFile("os.Exit(1)"),
      "go1.22/second/b.go": goFile('println() // want "calls"'),
    });
    await expect(checkRule({ rule: exits, testdata })).rejects.toThrow(
      [
        `calls-os-exit disagrees with its fixtures in ${testdata}`,
        "noisy   go1.22/first/a.go:6  calls os.Exit",
        "missing go1.22/second/b.go:6  want: calls",
      ].join("\n"),
    );
  });
});

describe("a configuration of the case's own", () => {
  const declared = defineResourceRule({
    meta: { ...exits.meta, name: "unreleased-handle" },
    resources: [],
    projectKinds: ({ resources }) => resources.map(resourceKind),
    words: { acquires: "opens", acquired: "opened", released: "closed", release: "close" },
  });
  const source =
    'package p\n\nimport "os"\n\nfunc f() {\n\tos.Open("x") // want "the handle that os.Open opens"\n}\n';
  const config = "resources: [{ name: handle, acquire: os.Open, release: Close }]\n";

  test.each([".leakcheckrc.yaml", ".leakcheckrc"])("tells of resources: %s", async (name) => {
    write({ "go1.22/case/a.go": source, [`go1.22/case/${name}`]: config });
    await checkRule({ rule: declared, testdata });
  });

  test("speaks for no other case", async () => {
    write({ "go1.22/a/a.go": source, "go1.22/a/.leakcheckrc": config, "go1.22/b/b.go": source });
    await expect(checkRule({ rule: declared, testdata })).rejects.toThrow(/missing go1\.22\/b\/b\.go:6/);
  });

  test("sets options of the rule", async () => {
    const named = defineRule({
      meta: {
        ...exits.meta,
        name: "named-call",
        options: { word: { type: "string", default: "a", description: "What to say." } },
        messages: { called: "says {{word}}" },
      },
      create: ({ options, report }) => ({
        call_expression: (call) =>
          report({ at: call, messageId: "called", data: { word: String(options.word) } }),
      }),
    });
    write({
      "go1.22/a/a.go": goFile('os.Exit(1) // want "says a"'),
      "go1.22/b/b.go": goFile('os.Exit(1) // want "says b"'),
      "go1.22/b/.leakcheckrc.json": '{ "rules": { "named-call": ["error", { "word": "b" }] } }',
    });
    await checkRule({ rule: named, testdata });
  });

  test("that cannot be used is told with its place", async () => {
    write({ "go1.22/a/a.go": source, "go1.22/a/.leakcheckrc": "resource: []\n" });
    await expect(checkRule({ rule: declared, testdata })).rejects.toThrow(
      /go1\.22\/a\/\.leakcheckrc:1:1: unknown key "resource"; did you mean "resources"\?$/,
    );
  });
});

describe("readFixtures", () => {
  test("takes the Go version from the folder", () => {
    write({ "go1.22/a/a.go": goFile(), "go1.9/b/b.go": goFile(), "no-module/c/c.go": goFile() });
    expect(readFixtures(testdata).map(({ name, go }) => [name, go])).toEqual([
      ["go1.22/a", "1.22"],
      ["go1.9/b", "1.9"],
      ["no-module/c", undefined],
    ]);
  });

  test("reads Go files and go.mod of a case, with the folders below it", () => {
    write({
      "go1.22/a/a.go": goFile(),
      "go1.22/a/b/b.go": goFile(),
      "go1.22/a/go.mod": "module m\n",
      "go1.22/a/x.txt": "",
    });
    expect(readFixtures(testdata).map(({ files }) => Object.keys(files))).toEqual([
      ["a.go", "b/b.go", "go.mod"],
    ]);
  });

  test.each([
    ["other/a/a.go", /folders here are called go1\.NN/],
    ["go1.22/a/readme.txt", /a holds no Go file$/],
    ["readme.txt", /holds no cases/],
  ])("refuses a folder with only %s", (path, complaint) => {
    write({ [path]: "" });
    expect(() => readFixtures(testdata)).toThrow(complaint);
  });
});
