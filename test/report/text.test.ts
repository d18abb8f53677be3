import { describe, expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import {
  context,
  diagnostic,
  fullDiagnostic,
  hostile,
  locate,
  notices,
  rule,
  run,
  source,
  unsafe,
} from "./samples.js";

const full = run({ diagnostics: [fullDiagnostic] });

describe("a finding", () => {
  test("has its code, its path, what to do, the fix and the docs", () => {
    expect(formatters.text(full, context())).toBe(`\
demo/read.go:4:12: error: the file opened here is not closed on every path (unclosed-file)
  3 | func read(name string) error {
  4 |     f, err := os.Open(name)
    |               ^^^^^^^^^^^^^
  5 |     if err != nil {
  1. demo/read.go:4:12  opened here
  2. demo/read.go:9:3  this return skips Close
         return errShort
  = note: demo/read.go:11:9  closed here
  = help: close it right after the error check
  = fix (--fix): add \`defer f.Close()\`
  = docs: https://example.com/rules/unclosed-file

1 finding: 1 error in 3 files; fixable: 1 with --fix
`);
  });

  test("starts with a line that fits the problem matcher of setup-go and golangci-lint", () => {
    const [header = ""] = formatters.text(full, context()).split("\n");
    const match = /^([^:]+):(\d+):(?:(\d+):)?\s+(.+ \(.+\))$/.exec(header);
    expect(match?.slice(1, 4)).toEqual(["demo/read.go", "4", "12"]);
  });

  test("has no other line that a problem matcher takes for a finding", () => {
    const [, ...rest] = formatters.text(run({ ...full, notices }), context()).split("\n");
    expect(rest.filter((line) => /^([^:]+):(\d+):(?:(\d+):)?\s+(.+ \(.+\))$/.test(line))).toEqual([]);
  });

  test("shows a step's source even when it is the line of the finding, if another stood between", () => {
    const path = [
      { location: locate("return errShort"), message: "one" },
      { location: locate("os.Open(name)"), message: "two" },
    ];
    const output = formatters.text(run({ diagnostics: [diagnostic({ path })] }), context());
    expect(output).toContain("two\n         f, err := os.Open(name)\n");
  });

  test("aligns the numbers of a long path", () => {
    const path = Array.from({ length: 10 }, () => ({ location: locate("return err"), message: "again" }));
    const output = formatters.text(run({ diagnostics: [diagnostic({ path })] }), context());
    expect(output).toContain("\n   1. demo");
    expect(output).toContain("\n  10. demo");
  });

  test("names a suggestion as one", () => {
    const fixes = [{ kind: "suggestion" as const, message: "use a pool", edits: [] }];
    const output = formatters.text(run({ diagnostics: [diagnostic({ fixes })] }), context());
    expect(output).toContain("  = suggestion: use a pool\n");
  });

  test("is told without code when the text is gone, or has become too short", () => {
    for (const text of [undefined, "package demo\n"]) {
      const output = formatters.text(full, context({ source: () => text }));
      expect(output).toContain("unclosed-file)\n  1. demo/read.go:4:12  opened here\n  2. demo/read.go:9:3");
    }
  });

  test("shows CRLF sources as any other", () => {
    const crlf = source.replaceAll("\n", "\r\n");
    const location = locate("os.Open(name)", "demo/read.go", crlf);
    const output = formatters.text(
      run({ diagnostics: [diagnostic({ location })] }),
      context({ source: () => crlf }),
    );
    expect(output).not.toContain("\r");
    expect(output).toContain("  4 |     f, err := os.Open(name)\n    |               ^^^^^^^^^^^^^\n");
  });

  test("of a rule without a page has no docs line", () => {
    const output = formatters.text(run({ ...full, rules: [rule({ url: "" })] }), context());
    expect(output).not.toContain("docs");
  });
});

describe("on a terminal", () => {
  test("the rule is a link to its page", () => {
    const output = formatters.text(full, context({ color: true }));
    expect(output).toContain(
      "(\u001b]8;;https://example.com/rules/unclosed-file\u001b\\unclosed-file\u001b]8;;\u001b\\)",
    );
    expect(output).not.toContain("docs:");
  });

  test.each([
    ["error", 31],
    ["warning", 33],
    ["info", 36],
  ] as const)("%s has its colour", (severity, code) => {
    const output = formatters.text(
      run({ diagnostics: [diagnostic({ severity })] }),
      context({ color: true }),
    );
    expect(output).toContain(`\u001b[${code}m${severity}`);
    expect(output).toContain(`\u001b[${code}m^^^^`);
  });

  test("without colours nothing is an escape sequence", () => {
    expect(formatters.text(run({ ...full, notices }), context())).not.toContain("\u001b");
  });
});

describe("what comes from files", () => {
  const location = locate("os.Open(name)", `dir${hostile}/a.go`, `${hostile} os.Open(name)`);
  const everywhere = run({
    diagnostics: [
      diagnostic({
        rule: `plugin/${hostile}`,
        message: `message ${hostile}`,
        advice: `advice ${hostile}`,
        location,
        path: [
          { location, message: `step ${hostile}` },
          { location: { ...location, from: { line: 2, column: 1 } }, message: "other" },
        ],
        related: [{ location, message: `related ${hostile}` }],
        fixes: [{ kind: "safe", message: `fix ${hostile}`, edits: [] }],
      }),
    ],
    notices: notices.map((notice) => ({
      ...notice,
      message: hostile,
      file: hostile,
      rule: hostile,
      detail: hostile,
    })),
    rules: [rule({ name: `plugin/${hostile}`, url: `https://example.com/${hostile}` })],
  });
  const hostileContext = { source: () => `${hostile} os.Open(name)\n${hostile}` };

  test("can never steer a terminal", () => {
    const output = formatters.text(everywhere, context(hostileContext));
    expect(output).not.toMatch(unsafe);
    expect(output).toContain("␛[31m");
  });

  test("adds nothing to our own sequences when colours are on", () => {
    const output = formatters.text(everywhere, context({ ...hostileContext, color: true }));
    // oxlint-disable-next-line no-control-regex -- the very characters the test is about
    const own = /\u001b\[\d+m|\u001b\]8;;[!-~]*\u001b\\/g;
    expect(output.replace(own, "")).not.toMatch(unsafe);
  });
});

describe("notices", () => {
  test("are all listed, grouped by kind, before the summary", () => {
    const output = formatters.text(run({ notices: [...notices, ...notices.slice(0, 1)] }), context());
    expect(output).toBe(`\
Syntax errors: what could be parsed was linted
  demo/broken.go:3:5  unexpected \`}\`
  demo/broken.go:3:5  unexpected \`}\`

Not valid UTF-8: linted with replacement characters
  latin1.go  not valid UTF-8

go.mod or go.work not understood in full
  go.mod:2:1  unknown directive

Too large: not linted
  big.go  20.0 MB are more than maxFileSize

Not Go source: not linted
  binary.go  holds NUL bytes

Nothing there, or no Go files
  no Go files in nowhere

Unreadable: not linted
  secret.go  permission denied

Internal errors: defects of leakcheck or of a plugin
  demo/read.go  x is undefined (in rule unclosed-file)
      TypeError: x is undefined
          at check (rule.js:1:2)

No findings in 3 files
`);
  });
});

describe("the summary", () => {
  const severities = ["error", "error", "warning", "info", "info", "info"] as const;
  const diagnostics = severities.map((severity) => diagnostic({ severity }));

  test.each([
    [run(), undefined, "No findings in 3 files"],
    [run({ files: 1, suppressed: 2 }), 340.4, "No findings in 1 file; 2 suppressed; 340 ms"],
    [run({ diagnostics }), 1234, "6 findings: 2 errors, 1 warning, 3 infos in 3 files; 1.2 s"],
  ])("counts and times", (result, elapsed, summary) => {
    const output = formatters.text(result, context(elapsed === undefined ? {} : { elapsed }));
    expect(output.split("\n").at(-2)).toBe(summary);
  });
});
