import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, notices, run, unsafe } from "./samples.js";

const format = formatters.jsonl;

test("writes each finding as JSON on its line", () => {
  const diagnostics = [fullDiagnostic, diagnostic({ message: `two\nlines ${hostile}` })];
  const output = format(run({ diagnostics, notices }), context());
  expect(output).not.toMatch(unsafe);
  expect(output.endsWith("\n")).toBe(true);
  expect(
    output
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(diagnostics);
});

test("writes nothing when nothing was found", () => {
  expect(format(run({ notices }), context())).toBe("");
});
