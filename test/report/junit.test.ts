import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, locate, run, unsafe } from "./samples.js";

const format = formatters.junit;

test("has a suite for each file and a failed test for each finding, with its path", () => {
  const other = diagnostic({ location: locate("f.Close()", "b.go"), severity: "warning" });
  expect(format(run({ diagnostics: [fullDiagnostic, other] }), context())).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="leakcheck" tests="2" failures="2" errors="0">
  <testsuite name="demo/read.go" tests="1" failures="1" errors="0">
    <testcase name="unclosed-file at 4:12" classname="demo/read.go" file="demo/read.go" line="4">
      <failure message="the file opened here is not closed on every path" type="error">demo/read.go:4:12: the file opened here is not closed on every path
  demo/read.go:4:12: opened here
  demo/read.go:9:3: this return skips Close
close it right after the error check</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.go" tests="1" failures="1" errors="0">
    <testcase name="unclosed-file at 11:9" classname="b.go" file="b.go" line="11">
      <failure message="the file opened here is not closed on every path" type="warning">b.go:11:9: the file opened here is not closed on every path</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test("is one passed test when nothing was found", () => {
  const output = format(run(), context());
  expect(output).toContain('<testsuites name="leakcheck" tests="1" failures="0" errors="0">');
  expect(output).toContain('<testcase name="no leaks" classname="leakcheck"/>');
});

test("stays well-formed whatever a message holds", () => {
  const found = diagnostic({ message: `]]> </failure> ${hostile}` });
  const output = format(run({ diagnostics: [found] }), context());
  expect(output.match(/<\/failure>/g)).toHaveLength(1);
  expect(output).not.toMatch(unsafe);
});
