import { describe, expect, test } from "@jest/globals";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, locate, notices, run, unsafe } from "./samples.js";

const format = formatters.markdown;
const sourceUrl = "https://github.com/owner/repo/blob/abc123";

test("has a table for each file, with links to the lines and the path to unfold", () => {
  const other = diagnostic({ severity: "warning", location: locate("f.Close()", "a b/größe.go") });
  const result = run({ diagnostics: [fullDiagnostic, other] });
  const blob = `${sourceUrl}/demo/read.go`;
  const link = "[unclosed-file](https://example.com/rules/unclosed-file)";
  expect(format(result, context({ sourceUrl }))).toBe(
    [
      "## leakcheck",
      "",
      "**2 findings: 1 error, 1 warning in 3 files; fixable: 1 with --fix**",
      "",
      `### [demo/read.go](${blob})`,
      "",
      "| Line | Severity | Finding |",
      "| ---: | :------- | :------ |",
      `| [4](${blob}#L4) | error | the file opened here is not closed on every path. close it right after the error check (${link})` +
        ` <details><summary>How it leaks</summary><ol><li>[line 4](${blob}#L4): opened here</li>` +
        `<li>[line 9](${blob}#L9): this return skips Close</li></ol></details> |`,
      "",
      `### [a b/größe.go](${sourceUrl}/a%20b/gr%C3%B6%C3%9Fe.go)`,
      "",
      "| Line | Severity | Finding |",
      "| ---: | :------- | :------ |",
      `| [11](${sourceUrl}/a%20b/gr%C3%B6%C3%9Fe.go#L11) | warning | the file opened here is not closed on every path (${link}) |`,
      "",
    ].join("\n"),
  );
});

test("has no links where nobody said where files are shown, and none to files outside", () => {
  expect(format(run({ diagnostics: [fullDiagnostic] }), context())).toContain("### demo/read.go\n");
  const outside = diagnostic({ location: locate("os.Open(name)", "/tmp/a.go") });
  expect(format(run({ diagnostics: [outside] }), context({ sourceUrl }))).toContain("### /tmp/a.go\n");
});

test("names the file of a step that lies in another", () => {
  const path = [{ location: locate("return err", "other.go"), message: "here" }];
  expect(format(run({ diagnostics: [diagnostic({ path })] }), context())).toContain(
    "<li>other.go:6: here</li>",
  );
});

test("says so when nothing was found, and what was not linted", () => {
  const page = format(run({ notices }), context());
  expect(page).toContain("**No findings in 3 files**");
  expect(page).toContain(
    "### Syntax errors: what could be parsed was linted\n\n- demo/broken.go:3: unexpected \\`}\\`\n",
  );
});

describe("text from Go files", () => {
  test.each([
    ["a|b", "a\\|b"],
    ["<img src=x>", "\\<img src=x\\>"],
    ["[x](javascript:y)", "\\[x\\](javascript:y)"],
    ["`code` *b* _i_ ~s~ $m$", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\$m\\$"],
    ["@team &lt; \\", "\\@team \\&lt; \\\\"],
    ["two\n| lines", "two \\| lines"],
  ])("shows as it is: %j", (message, shown) => {
    expect(format(run({ diagnostics: [diagnostic({ message })] }), context())).toContain(`| ${shown} (`);
  });

  test("cannot end a link, a row or the page's list", () => {
    const location = locate("os.Open(name)", "a)(b|c\n# <d>.go");
    const page = format(run({ diagnostics: [diagnostic({ location })] }), context({ sourceUrl }));
    expect(page).toContain(`### [a)(b\\|c \\# \\<d\\>.go](${sourceUrl}/a%29%28b%7Cc%0A%23%20%3Cd%3E.go)\n`);
    expect(page.split("\n").filter((line) => line.startsWith("| ["))).toHaveLength(1);
  });

  test("steers no terminal", () => {
    const found = diagnostic({ message: hostile, rule: hostile, location: locate("os.Open(name)", hostile) });
    expect(format(run({ diagnostics: [found] }), context())).not.toMatch(unsafe);
  });
});

describe("limits", () => {
  test("keep a page that GitHub shows, the gravest chosen first, and say so", () => {
    const told: string[] = [];
    const diagnostics = Array.from({ length: 5000 }, (_, index) =>
      diagnostic({
        severity: index < 1000 ? "info" : "error",
        location: locate("os.Open(name)", `file${index % 700}.go`),
        message: `ß${"x".repeat(400)}`,
      }),
    );
    const page = format(run({ diagnostics }), context({ sourceUrl, onLeftOut: (text) => told.push(text) }));
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(page)).toBeGreaterThan(850_000);
    expect(page).not.toContain("| info |");
    const rows = page.split("\n").filter((line) => line.includes("| error |")).length;
    expect(told).toEqual([
      `Only the gravest ${rows} of 5000 findings are listed: this page has no room for more.`,
    ]);
    expect(page).toContain(`_${told[0]}_`);
  });

  test("keep the first steps of a long path and the last", () => {
    const path = Array.from({ length: 60 }, (_, index) => ({
      location: locate("return err"),
      message: `step ${index}`,
    }));
    const page = format(run({ diagnostics: [diagnostic({ path })] }), context());
    expect(page).toContain("step 48</li><li>… 10 steps left out …</li><li>line 6: step 59</li></ol>");
  });

  test("keep twenty notices of a kind", () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      kind: "unreadable" as const,
      message: `number ${index}`,
    }));
    expect(format(run({ notices: many }), context())).toContain("- number 19\n- … and 5 more\n");
  });
});
