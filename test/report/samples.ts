import type { Diagnostic, Location, Notice, RuleDescription, RunResult } from "../../src/diagnostic/index.js";
import type { FormatContext } from "../../src/report/index.js";
import { LineIndex } from "../../src/text/line-index.js";

/** The text of every file that samples speak of, unless a test has another. */
export const source = `package demo

func read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	if short {
		return errShort
	}
	return f.Close()
}
`;

/** Where `needle` first stands in a text. */
export function locate(needle: string, file = "demo/read.go", text = source): Location {
  const lines = new LineIndex(text);
  const start = text.indexOf(needle);
  const end = start + needle.length;
  return { file, start, end, from: lines.position(start), to: lines.position(end) };
}

export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "unclosed-file",
    severity: "error",
    messageId: "skipped",
    message: "the file opened here is not closed on every path",
    location: locate("os.Open(name)"),
    path: [],
    related: [],
    fixes: [],
    fingerprint: "0123456789abcdef",
    ...changes,
  };
}

/** A finding that has everything a finding can have. */
export const fullDiagnostic: Diagnostic = diagnostic({
  advice: "close it right after the error check",
  path: [
    { location: locate("os.Open(name)"), message: "opened here" },
    { location: locate("return errShort"), message: "this return skips Close" },
  ],
  related: [{ location: locate("f.Close()"), message: "closed here" }],
  fixes: [
    {
      kind: "safe",
      message: "add `defer f.Close()`",
      edits: [
        {
          start: source.indexOf("\tif short"),
          end: source.indexOf("\tif short"),
          text: "\tdefer f.Close()\n",
        },
      ],
    },
  ],
});

export function rule(changes: Partial<RuleDescription> = {}): RuleDescription {
  return {
    name: "unclosed-file",
    aliases: ["missing-defer-close"],
    summary: "File opened but not closed on every path",
    help: "# unclosed-file\n\n## What it does\n\nFinds files that are opened\nand not closed.\n",
    url: "https://example.com/rules/unclosed-file",
    category: "resource",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    ...changes,
  };
}

/** One notice of every kind. */
export const notices: readonly Notice[] = [
  {
    kind: "syntax-error",
    message: "unexpected `}`",
    file: "demo/broken.go",
    position: { line: 3, column: 5 },
  },
  { kind: "oversize", message: "20.0 MB are more than maxFileSize", file: "big.go" },
  { kind: "binary", message: "holds NUL bytes", file: "binary.go" },
  { kind: "encoding", message: "not valid UTF-8", file: "latin1.go" },
  { kind: "unreadable", message: "permission denied", file: "secret.go" },
  { kind: "unmatched", message: "no Go files in nowhere" },
  { kind: "module", message: "unknown directive", file: "go.mod", position: { line: 2, column: 1 } },
  {
    kind: "internal-error",
    message: "x is undefined",
    file: "demo/read.go",
    rule: "unclosed-file",
    detail: "TypeError: x is undefined\n    at check (rule.js:1:2)",
  },
];

export function run(changes: Partial<RunResult> = {}): RunResult {
  return {
    diagnostics: [],
    notices: [],
    rules: [rule()],
    files: 3,
    suppressed: 0,
    known: 0,
    untouched: 0,
    ...changes,
  };
}

export function context(changes: Partial<FormatContext> = {}): FormatContext {
  return {
    version: "1.2.3",
    homepage: "https://leakcheck.example",
    color: false,
    source: () => source,
    workingDirectory: "/work/project",
    ...changes,
  };
}

/** Text that would colour, clear, retitle, reorder or break what a terminal shows. */
export const hostile = "\u001b[31m\u001b]0;title\u0007\u009b2J\u202e\u2066\u007f\r\nx";

/** What of `hostile` must never reach a terminal as it is. */
export const unsafe = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/u;
