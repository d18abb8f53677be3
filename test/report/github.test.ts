import { expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, locate, notices, run, unsafe } from "./samples.js";

const format = formatters.github;

test("annotates the acquiring expression, with the advice", () => {
  expect(format(run({ diagnostics: [fullDiagnostic] }), context())).toBe(
    "::error file=/work/project/demo/read.go,line=4,endLine=4,col=12,endColumn=25,title=leakcheck%3A unclosed-file" +
      "::the file opened here is not closed on every path. close it right after the error check\n",
  );
});

test("gives no columns for what spans lines", () => {
  const location = locate("os.Open(name)\n\tif err");
  expect(format(run({ diagnostics: [diagnostic({ location })] }), context())).toMatch(
    /line=4,endLine=5,title=/,
  );
});

test("keeps absolute paths, also those of Windows", () => {
  const inTemp = diagnostic({ location: locate("os.Open(name)", "/tmp/a.go") });
  expect(format(run({ diagnostics: [inTemp] }), context())).toContain("file=/tmp/a.go,");
  const onDrive = diagnostic({ location: locate("os.Open(name)", "C:/a.go") });
  const windows = context({ workingDirectory: "D:/work" });
  expect(format(run({ diagnostics: [onDrive] }), windows)).toContain("file=C%3A/a.go,");
  expect(format(run({ diagnostics: [diagnostic()] }), windows)).toContain("file=D%3A/work/demo/read.go,");
});

test("puts the gravest first and tells what GitHub will not show", () => {
  const warnings = Array.from({ length: 12 }, () => diagnostic({ severity: "warning" }));
  const infos = [diagnostic({ severity: "info" })];
  const lines = format(run({ diagnostics: [...infos, ...warnings, diagnostic()] }), context()).split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual([
    "::error",
    ...warnings.map(() => "::warning"),
    "::notice",
    "2",
    "",
  ]);
  expect(lines.at(-2)).toBe(
    "2 findings not annotated: GitHub shows 10 annotations of each severity for a step",
  );
});

test("escapes what would end a property, a message or the command", () => {
  const location = locate("os.Open(name)", "a,b:c%\n.go");
  const output = format(
    run({ diagnostics: [diagnostic({ location, message: "50%\n::error::" })] }),
    context(),
  );
  expect(output).toContain("file=/work/project/a%2Cb%3Ac%25␊.go,");
  expect(output).toMatch(/::50%25 ::error::\n$/);
});

test("writes nothing when nothing was found, and steers no terminal", () => {
  expect(format(run({ notices }), context())).toBe("");
  const found = diagnostic({ message: hostile, rule: hostile, location: locate("os.Open(name)", hostile) });
  expect(format(run({ diagnostics: [found] }), context())).not.toMatch(unsafe);
});
