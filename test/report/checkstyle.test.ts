import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, locate, run, unsafe } from "./samples.js";

const format = formatters.checkstyle;

test("groups findings by file", () => {
  const other = diagnostic({ location: locate("f.Close()", "b.go"), severity: "warning" });
  expect(format(run({ diagnostics: [fullDiagnostic, other, diagnostic()] }), context())).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="demo/read.go">
    <error line="4" column="12" severity="error" message="the file opened here is not closed on every path" source="leakcheck.unclosed-file"/>
    <error line="4" column="12" severity="error" message="the file opened here is not closed on every path" source="leakcheck.unclosed-file"/>
  </file>
  <file name="b.go">
    <error line="11" column="9" severity="warning" message="the file opened here is not closed on every path" source="leakcheck.unclosed-file"/>
  </file>
</checkstyle>
`,
  );
});

test("is an empty list when nothing was found", () => {
  expect(format(run(), context())).toContain('<checkstyle version="4.3">\n</checkstyle>');
});

test("stays well-formed whatever a message or a path holds", () => {
  const found = diagnostic({
    message: `a < b & "c" > 'd'\n\ud800 ${hostile}`,
    location: locate("os.Open(name)", "a&b\u0000.go"),
  });
  const output = format(run({ diagnostics: [found] }), context());
  expect(output).toContain('name="a&#38;b\ufffd.go"');
  expect(output).toContain('message="a &#60; b &#38; &#34;c&#34; &#62; &#39;d&#39;&#10;\ufffd ');
  expect(output).not.toMatch(unsafe);
});
