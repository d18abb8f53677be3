import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, locate, notices, run, unsafe } from "./samples.js";

test("writes one line for each finding", () => {
  expect(
    formatters.compact(run({ diagnostics: [fullDiagnostic, diagnostic()] }), context({ color: true })),
  ).toBe("demo/read.go:4:12: the file opened here is not closed on every path (unclosed-file)\n".repeat(2));
});

test("writes nothing for notices or when nothing was found", () => {
  expect(formatters.compact(run({ notices }), context())).toBe("");
});

test("keeps to one line and steers no terminal whatever files hold", () => {
  const location = locate("os.Open(name)", `dir${hostile}\n.go`);
  const output = formatters.compact(
    run({ diagnostics: [diagnostic({ location, message: hostile, rule: hostile })] }),
    context(),
  );
  expect(output).not.toMatch(unsafe);
  expect(output.split("\n")).toEqual([expect.stringMatching(/:4:12: ␛.*x \(␛.*\)$/u), ""]);
});
