import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, notices, run, unsafe } from "./samples.js";

const format = formatters.gitlab;

test("lists findings as GitLab's code quality report has them", () => {
  expect(JSON.parse(format(run({ diagnostics: [fullDiagnostic], notices }), context()))).toEqual([
    {
      description: "the file opened here is not closed on every path",
      check_name: "unclosed-file",
      fingerprint: "0123456789abcdef",
      severity: "major",
      location: { path: "demo/read.go", lines: { begin: 4, end: 4 } },
    },
  ]);
});

test("is an empty array when nothing was found", () => {
  expect(JSON.parse(format(run(), context()))).toEqual([]);
});

test("tells findings apart that share a fingerprint: GitLab would drop all but one", () => {
  const severities = ["error", "warning", "info"] as const;
  const report = JSON.parse(
    format(run({ diagnostics: severities.map((severity) => diagnostic({ severity })) }), context()),
  ) as { fingerprint: string; severity: string }[];
  expect(report.map(({ fingerprint }) => fingerprint)).toEqual([
    "0123456789abcdef",
    "0123456789abcdef-2",
    "0123456789abcdef-3",
  ]);
  expect(report.map(({ severity }) => severity)).toEqual(["major", "minor", "info"]);
});

test("steers no terminal", () => {
  expect(format(run({ diagnostics: [diagnostic({ message: hostile })] }), context())).not.toMatch(unsafe);
});
