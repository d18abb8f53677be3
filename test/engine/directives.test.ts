import { describe, expect, test } from "@jest/globals";
import type { ConfigFlags } from "../../src/index.js";
import { lintText } from "./lint-memory.js";

/** Lines of the findings, each with its rule: `5 unclosed-call`. `suppressed` says how many were silenced. */
async function lines(text: string, options: { flags?: ConfigFlags; complete?: boolean } = {}) {
  const { diagnostics, suppressed } = await lintText(text, options);
  return { found: diagnostics.map(({ location, rule }) => `${location.from.line} ${rule}`), suppressed };
}

/** A function around statements, the first of which is on line 4. */
function inFunction(...statements: readonly string[]): string {
  return `package w\n\nfunc f() {\n${statements.join("\n")}\n}\n`;
}

describe("a directive after code", () => {
  test.each<[what: string, statements: readonly string[]]>([
    ["the statement on its line", ["open() //leakcheck:ignore unclosed-call reason"]],
    [
      "a statement of several lines, at its end",
      ["use(", "open(),", ") //leakcheck:ignore unclosed-call reason"],
    ],
    [
      "a statement of several lines, at its beginning",
      ["x := open( //leakcheck:ignore unclosed-call reason", "1)"],
    ],
    ["an assignment", ["x, err := open() //leakcheck:ignore unclosed-call reason"]],
    ["a call in a condition", ["if open() { //leakcheck:ignore unclosed-call reason", "}"]],
    ["all rules", ["open() //leakcheck:ignore"]],
    ["several rules", ["use(open(), tick()) //leakcheck:ignore unclosed-call,unstopped-call reason"]],
    [
      "several rules with spaces between",
      ["use(open(), tick()) //leakcheck:ignore unclosed-call, unstopped-call reason"],
    ],
    ["an alias", ["open() //leakcheck:ignore open-call reason"]],
    ["a group", ["open() //leakcheck:ignore missing-defer-close reason"]],
  ])("covers %s", async (_what, statements) => {
    const { found, suppressed } = await lines(inFunction(...statements));
    expect(found.filter((finding) => finding.includes("call"))).toEqual([]);
    expect(suppressed).toBeGreaterThan(0);
  });

  test("covers nothing above or below", async () => {
    const text = inFunction("open()", "open() //leakcheck:ignore unclosed-call reason", "open()");
    expect(await lines(text)).toEqual({ found: ["4 unclosed-call", "6 unclosed-call"], suppressed: 1 });
  });

  test("covers no more than the last statement of a case", async () => {
    const text = inFunction(
      "switch {",
      "case true:",
      "open()",
      "open() //leakcheck:ignore unclosed-call reason",
      "}",
    );
    expect(await lines(text)).toEqual({ found: ["6 unclosed-call"], suppressed: 1 });
  });

  test("covers a block that ends on its line", async () => {
    const text = inFunction("open()", "for {", "open()", "} //leakcheck:ignore unclosed-call reason");
    expect(await lines(text)).toEqual({ found: ["4 unclosed-call"], suppressed: 1 });
  });

  test("covers no other rule", async () => {
    const text = inFunction("use(open(), tick()) //leakcheck:ignore unclosed-call reason");
    expect(await lines(text)).toEqual({ found: ["4 unstopped-call"], suppressed: 1 });
  });

  test("on the first line of a function covers the function", async () => {
    const text =
      "package w\n\nfunc f() { //leakcheck:ignore unclosed-call reason\n\topen()\n\n\topen()\n}\n\nfunc g() { open() }\n";
    expect(await lines(text)).toEqual({ found: ["9 unclosed-call"], suppressed: 2 });
  });

  test("works where lines end in CRLF", async () => {
    const text = inFunction("open() //leakcheck:ignore unclosed-call reason", "//leakcheck:ignore", "open()");
    expect(await lines(text.replaceAll("\n", "\r\n"))).toEqual({ found: [], suppressed: 2 });
  });
});

describe("a directive on its own line", () => {
  test.each<[what: string, statements: readonly string[]]>([
    ["the next statement", ["//leakcheck:ignore unclosed-call reason", "open()"]],
    [
      "all of a statement of several lines",
      ["//leakcheck:ignore unclosed-call reason", "use(", "1,", "open(),", ")"],
    ],
    ["all of a block", ["//leakcheck:ignore unclosed-call reason", "for {", "if true {", "open()", "}", "}"]],
    [
      "the next statement, past comments and empty lines",
      ["//leakcheck:ignore unclosed-call reason", "", "// why", "", "open()"],
    ],
    ["a case", ["switch {", "//leakcheck:ignore unclosed-call reason", "case true:", "open()", "}"]],
    [
      "what follows a second directive",
      [
        "//leakcheck:ignore unclosed-call reason",
        "//leakcheck:ignore unstopped-call reason",
        "use(open(), tick())",
      ],
    ],
    [
      "an element on the next line",
      ["x := []int{", "//leakcheck:ignore unclosed-call reason", "open(),", "}"],
    ],
  ])("covers %s", async (_what, statements) => {
    const { found, suppressed } = await lines(inFunction(...statements));
    expect(found).toEqual([]);
    expect(suppressed).toBeGreaterThan(0);
  });

  test("covers no more than the next statement", async () => {
    const text = inFunction("//leakcheck:ignore unclosed-call reason", "open()", "open()");
    expect(await lines(text)).toEqual({ found: ["6 unclosed-call"], suppressed: 1 });
  });

  test.each<[what: string, text: string]>([
    [
      "a function, in its doc comment",
      "// f opens.\n//\n//leakcheck:ignore unclosed-call reason\nfunc f() {\n\topen()\n}\n",
    ],
    ["a method", "//leakcheck:ignore unclosed-call reason\nfunc (t *T) f() {\n\topen()\n}\n"],
    ["a variable", "//leakcheck:ignore unclosed-call reason\nvar v = open()\n"],
    ["a group of variables", "//leakcheck:ignore unclosed-call reason\nvar (\n\tv = 1\n\tw = open()\n)\n"],
    ["one variable of a group", "var (\n\t//leakcheck:ignore unclosed-call reason\n\tv = open()\n)\n"],
  ])("covers %s", async (_what, declaration) => {
    expect(await lines(`package w\n\n${declaration}`)).toEqual({ found: [], suppressed: 1 });
  });
});

describe("ignore-file", () => {
  test.each([
    [
      "at the top",
      "//leakcheck:ignore-file unclosed-call reason\npackage w\n\nfunc f() { open(); tick() }\n",
    ],
    [
      "at the end",
      "package w\n\nfunc f() { open(); tick() }\n\n//leakcheck:ignore-file unclosed-call reason\n",
    ],
  ])("%s covers the file for the rules it names", async (_where, text) => {
    const { found, suppressed } = await lines(text);
    expect(found).toEqual([expect.stringMatching(/^\d unstopped-call$/)]);
    expect(suppressed).toBe(1);
  });

  test("without a rule covers all of them", async () => {
    const text = "//leakcheck:ignore-file\npackage w\n\nfunc f() { open(); tick() }\n";
    expect(await lines(text)).toEqual({ found: [], suppressed: 2 });
  });
});

describe("nolint", () => {
  test.each([
    "//nolint",
    "// nolint",
    "//nolint // reason",
    "//nolint some reason",
    "//nolint:all",
    "//nolint:leakcheck",
    "//nolint:leakcheck // a reason, with: signs",
    "//nolint:errcheck,leakcheck",
    "//nolint:errcheck, leakcheck // reason",
    "//nolint:leakcheck/unclosed-call",
    "//nolint:leakcheck/unclosed-call // reason",
    "//nolint:leakcheck/open-call",
  ])("%s silences", async (comment) => {
    expect(await lines(inFunction(`open() ${comment}`))).toEqual({ found: [], suppressed: 1 });
  });

  test.each([
    "//nolint:errcheck",
    "//nolint:errcheck // leakcheck",
    "//nolintlint",
    "//nolint:leakcheck/unstopped-call",
    "// see //nolint",
    "//nolint:leakchecker",
  ])("%s does not", async (comment) => {
    const { found } = await lines(inFunction(`open() ${comment}`));
    expect(found).toContain("4 unclosed-call");
  });
});

describe("what is no directive", () => {
  test.each([
    "// leakcheck:ignore",
    "/* //leakcheck:ignore */",
    "//leakcheck",
    "//leakcheck:ignored unclosed-call",
  ])("%s", async (comment) => {
    const { found } = await lines(inFunction(`open() ${comment}`));
    expect(found).toEqual(["4 unclosed-call"]);
  });

  test("text in a string", async () => {
    const { found } = await lines(inFunction('use(open(), "//leakcheck:ignore")'));
    expect(found).toEqual(["4 unclosed-call"]);
  });

  test("a comment that no pattern should take long to refuse", async () => {
    const list = "a,".repeat(5000);
    const { found } = await lines(inFunction(`open() //leakcheck:ignore-${list}`, `open() //nolint${list}`));
    expect(found).toEqual(["4 unclosed-call", "5 unclosed-call"]);
  });
});

describe("unused directives", () => {
  test.each<[what: string, comment: string, message: string]>([
    ["silences nothing", "//leakcheck:ignore unclosed-call reason", "this directive silences nothing"],
    ["of all rules silences nothing", "//leakcheck:ignore", "this directive silences nothing"],
    [
      "names no rule",
      "//leakcheck:ignore unclosed-cal reason",
      'this directive names "unclosed-cal", which is no rule',
    ],
    [
      "names no rule beside one",
      "//leakcheck:ignore unclosed-call,nope x",
      'this directive names "nope", which is no rule',
    ],
    ["for nolint silences nothing", "//nolint:leakcheck/unclosed-call", "this directive silences nothing"],
  ])("one that %s is told", async (_what, comment, message) => {
    const { diagnostics } = await lintText(inFunction(comment, "use()"));
    expect(diagnostics).toMatchObject([
      { rule: "unused-directive", message, location: { from: { line: 4, column: 1 } } },
    ]);
  });

  test("a file that silences nothing as a whole is told", async () => {
    const { found } = await lines("//leakcheck:ignore-file unclosed-call reason\npackage w\n");
    expect(found).toEqual(["1 unused-directive"]);
  });

  test.each<[why: string, comment: string, options: { flags?: ConfigFlags; complete?: boolean }]>([
    ["nolint speaks to all linters", "//nolint", {}],
    ["nolint speaks to another linter", "//nolint:errcheck", {}],
    [
      "its rule is off",
      "//leakcheck:ignore unclosed-call reason",
      { flags: { rule: ["unclosed-call=off"] } },
    ],
    [
      "one of its rules is off",
      "//leakcheck:ignore unclosed-call,unstopped-call x",
      { flags: { rule: ["unclosed-call=off"] } },
    ],
    ["not all rules are run", "//leakcheck:ignore unclosed-call reason", { complete: false }],
    [
      "the rule that tells is off",
      "//leakcheck:ignore unclosed-call reason",
      { flags: { rule: ["unused-directive=off"] } },
    ],
  ])("nothing is told when %s", async (_why, comment, options) => {
    expect(await lines(inFunction(comment, "use()"), options)).toEqual({ found: [], suppressed: 0 });
  });

  test("an unknown name is told even when not all rules are run", async () => {
    const { found } = await lines(inFunction("//leakcheck:ignore unclosed-cal reason", "use()"), {
      complete: false,
    });
    expect(found).toEqual(["4 unused-directive"]);
  });
});

describe("reasons", () => {
  const strict = { flags: { preset: "strict" } };

  test.each([
    "open() //leakcheck:ignore",
    "open() //leakcheck:ignore unclosed-call",
    "open() //leakcheck:ignore unclosed-call,unstopped-call",
  ])("are missed by strict in %s", async (statement) => {
    expect((await lines(inFunction(statement), strict)).found).toEqual(["4 unexplained-directive"]);
    expect((await lines(inFunction(statement))).found).toEqual([]);
  });

  test.each(["open() //leakcheck:ignore unclosed-call it is closed elsewhere", "open() //nolint:leakcheck"])(
    "are not missed in %s",
    async (statement) => {
      expect((await lines(inFunction(statement), strict)).found).toEqual([]);
    },
  );
});
