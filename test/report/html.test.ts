import { createHash } from "node:crypto";
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

const format = formatters.html;

/** The page of a run, without what is the same on every page. */
function body(...args: Parameters<typeof format>): string {
  const page = format(...args);
  return page.slice(page.indexOf("<body>"));
}

/** The text of some HTML, its white space evened out. */
function text(html: string): string {
  const plain = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  return plain.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** The rows of the first code in a page, each from its own tag on. */
function rows(page: string): string[] {
  const code = page.slice(page.indexOf('<div class="code lanes-'), page.indexOf('<p class="fingerprint">'));
  return code.split(/(?=<(?:div|details) class="row)/).slice(1);
}

function rowOf(page: string, line: number): string {
  return rows(page).find((row) => row.includes(`<span class="no">${line}</span>`)) ?? "";
}

/** The page of a finding whose path leads through files, each step at the first place of some code. */
function pageOf(
  files: Readonly<Record<string, string>>,
  path: readonly [file: string, code: string][],
): string {
  const steps = path.map(([file, code]) => ({
    location: locate(code, file, files[file]),
    message: `at ${code}`,
  }));
  const location = steps[0]?.location ?? locate("package");
  return body(
    run({ diagnostics: [diagnostic({ location, path: steps })] }),
    context({ source: (file) => files[file] }),
  );
}

describe("the page", () => {
  const page = format(run({ diagnostics: [fullDiagnostic] }), context());

  test("lets nothing run or load but its own style and script, which it names by hash", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    for (const element of ["style", "script"]) {
      const contents = page.split(`<${element}>`)[1]?.split(`</${element}>`)[0] ?? "";
      const hash = createHash("sha256").update(contents).digest("base64");
      expect(policy).toContain(`${element}-src 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain("unsafe");
    expect(page).not.toMatch(/ style="| on\w+="/);
  });

  test("needs no network: addresses are those of links only", () => {
    expect(page.replace(/<a href="https:[^"]*">/g, "")).not.toMatch(/https?:|\ssrc=|url\(|@import/);
  });

  test("has a language, a title, a way past the overview and headings in order", () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("<title>1 finding in project · leakcheck</title>");
    expect(page).toContain('<a class="skip" href="#findings">');
    expect([...page.matchAll(/<h(\d)/g)].map(([, level]) => level).join("")).toBe("122345");
  });

  test("hides the controls until the script is there to serve them", () => {
    expect(page).toMatch(/<form id="filters"[^>]* hidden>/);
    expect(page).toMatch(/<button type="button" id="theme" hidden>/);
  });

  test("is the same for the same result", () => {
    expect(format(run({ diagnostics: [fullDiagnostic] }), context())).toBe(page);
  });
});

describe("the overview", () => {
  test("counts by severity, rule and file", () => {
    const diagnostics = [
      fullDiagnostic,
      diagnostic({ severity: "warning", rule: "lost-cancel" }),
      diagnostic({ location: locate("f.Close()", "b.go") }),
    ];
    const overview = text(body(run({ diagnostics }), context()));
    expect(overview).toContain("3 findings in project");
    expect(overview).toContain("2 errors 1 warning 0 infos");
    expect(overview).toContain("unclosed-file File opened but not closed on every path 2 lost-cancel 1");
    expect(overview).toContain("demo/read.go 2 b.go 1");
  });

  test("tells everything that is not listed", () => {
    const result = run({ suppressed: 1, known: 2, untouched: 3, notices: notices.slice(0, 1) });
    const fixed = [{ file: "a.go", count: 4, before: "", after: "" }];
    expect(text(body({ ...result, fixed }, context({ elapsed: 1234 })))).toContain(
      "3 files looked at 4 fixed 1 suppressed by directives 2 in the baseline 3 outside of the change 1 notice 1.2 s leakcheck 1.2.3",
    );
  });

  test("names the rules that found nothing, and says so when none did", () => {
    const page = text(body(run({ rules: [rule()] }), context()));
    expect(page).toContain("1 rule that found nothing unclosed-file");
    expect(page).toContain("Nothing found that leaks.");
  });

  test("shows every notice", () => {
    const page = text(body(run({ notices }), context()));
    for (const { message, file } of notices) {
      expect(page).toContain(message.replaceAll("`", ""));
      expect(page).toContain(file ?? "");
    }
    expect(page).toContain("demo/broken.go:3:5 unexpected }");
    expect(page).toContain("(in rule unclosed-file ) TypeError: x is undefined at check (rule.js:1:2)");
  });
});

describe("a finding", () => {
  const page = body(run({ diagnostics: [fullDiagnostic] }), context());

  test("has its message, place, rule, advice and fingerprint", () => {
    expect(text(page)).toContain("the file opened here is not closed on every path #");
    expect(text(page)).toContain("error demo/read.go:4:12 unclosed-file");
    expect(page).toContain('<a href="https://example.com/rules/unclosed-file">unclosed-file</a>');
    expect(text(page)).toContain("What to do: close it right after the error check");
    expect(text(page)).toContain("Fingerprint 0123456789abcdef");
  });

  test("can be linked to, also when another one has the same fingerprint", () => {
    const twice = body(run({ diagnostics: [fullDiagnostic, fullDiagnostic] }), context());
    expect([...twice.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "f-0123456789abcdef",
      "f-0123456789abcdef-2",
    ]);
  });

  test("links to the place on the web where somebody says where that is", () => {
    const result = run({ diagnostics: [fullDiagnostic] });
    const linked = body(result, context({ sourceUrl: "https://example.com/blob/main" }));
    expect(linked).toContain('<a href="https://example.com/blob/main/demo/read.go#L4">demo/read.go:4:12</a>');
  });

  test("shows the steps at their lines, and what they are about", () => {
    expect(text(rowOf(page, 4))).toContain("1 4 f, err := os.Open(name) Step 1: opened here");
    expect(rowOf(page, 4)).toContain('<mark class="start">os.Open(name)</mark>');
    expect(text(rowOf(page, 9))).toContain("2 9 return errShort Step 2: this return skips Close");
    expect(rowOf(page, 9)).toMatch(/^<div class="row noted end up arrives">/);
  });

  test("draws a line from step to step through the code between", () => {
    expect(rowOf(page, 4)).toMatch(/^<div class="row noted start down">/);
    for (const line of [5, 6, 7, 8]) expect(rowOf(page, line)).toMatch(/^<div class="row up down">/);
  });

  test("shows other places without a number, off the line", () => {
    expect(text(rowOf(page, 11))).toContain("11 return f.Close() closed here");
    expect(rowOf(page, 11)).toMatch(/^<div class="row noted beside">/);
  });

  test("shows a fix as a diff", () => {
    expect(text(page)).toContain("Fix: add defer f.Close() Made by leakcheck --fix");
    expect(page).toContain(
      '<div class="row added"><span class="no"></span><span class="sign">+</span><code class="src">\tdefer f.Close()</code></div>',
    );
  });

  test("shows no diff where the text is no longer that of the fix", () => {
    const edits = [{ start: 10_000, end: 10_001, text: "" }];
    const found = diagnostic({ fixes: [{ kind: "suggestion", message: "remove it", edits }] });
    const output = body(run({ diagnostics: [found] }), context());
    expect(text(output)).toContain("Suggested fix: remove it Made by leakcheck --fix=suggestions");
    expect(output).not.toContain("code diff");
  });

  test("colours Go", () => {
    expect(rowOf(page, 5)).toContain('<span class="keyword">if</span>');
  });
});

describe("code", () => {
  const long = `package demo\n\nfunc a() {\n\tfirst()\n${"\tbetween()\n".repeat(30)}\tlast()\n}\n`;

  test("that is far from the path is folded, and the line goes on through the fold", () => {
    const page = pageOf({ "a.go": long }, [
      ["a.go", "first()"],
      ["a.go", "last()"],
    ]);
    const fold = rows(page).find((row) => row.includes("lines</span>")) ?? "";
    expect(fold).toMatch(/^<div class="row fold up down">/);
    expect(text(fold)).toBe(" ⋯ 26 lines ");
  });

  test("that is folded can be unfolded when it is not much", () => {
    const page = pageOf({ "a.go": long.replace(/(\tbetween\(\)\n)+/, "$1".repeat(8)) }, [
      ["a.go", "first()"],
      ["a.go", "last()"],
    ]);
    expect(page).toContain(
      '<details class="row fold up down"><summary><span class="src">4 lines</span></summary>',
    );
    expect(text(rowOf(page, 8))).toContain("8 between()");
  });

  test("shows the head of the function", () => {
    const page = pageOf({ "a.go": long }, [["a.go", "last()"]]);
    expect(text(rowOf(page, 3))).toContain("3 func a() {");
  });

  test("ends where the function ends", () => {
    const page = pageOf({ "a.go": `${long}\nfunc b() {}\n` }, [["a.go", "last()"]]);
    expect(text(page)).toContain("36 }");
    expect(text(page)).not.toContain("func b()");
  });

  test("of several files is one drawing", () => {
    const page = pageOf({ "a.go": long, "b.go": "package demo\n\nfunc b() {\n\topen()\n}\n" }, [
      ["a.go", "last()"],
      ["b.go", "open()"],
    ]);
    expect(
      rows(page)
        .filter((row) => row.includes('class="row file'))
        .map(text),
    ).toEqual([" a.go ", " b.go "]);
    expect(page).toContain('<div class="row file up down"><span class="src">b.go</span>');
  });

  test("goes around where the path goes back", () => {
    const page = pageOf({ "a.go": long }, [
      ["a.go", "last()"],
      ["a.go", "first()"],
    ]);
    expect(rowOf(page, 4)).toContain('<i class="detour lane-1 below arrives"></i>');
    expect(rowOf(page, 35)).toContain('<i class="detour lane-1 above"></i>');
  });

  test("names all steps of a line", () => {
    const page = pageOf({ "a.go": "package demo\n\nvar x = open(path)\n" }, [
      ["a.go", "open(path)"],
      ["a.go", "x"],
    ]);
    expect(text(rowOf(page, 3))).toContain("1·2 3 var x = open(path) Step 1 at open(path) Step 2 at x");
  });

  test("that is not at hand leaves the steps", () => {
    const output = body(run({ diagnostics: [fullDiagnostic] }), context({ source: () => undefined }));
    expect(text(rowOf(output, 9))).toContain(
      "the text of this line is not at hand Step 2: this return skips Close",
    );
  });

  test("that has become shorter leaves the steps", () => {
    const output = body(run({ diagnostics: [fullDiagnostic] }), context({ source: () => "package demo\n" }));
    expect(text(rowOf(output, 9))).toContain("not at hand Step 2: this return skips Close");
  });
});

describe("hostile text", () => {
  const breakOut = `</script></style><img src=x onerror=alert(1)>"'&\u0000${hostile}`;
  const code = `package demo\n\nfunc f() {\n\t// ${breakOut.replace(/[\r\n]/g, "")}\n\topen()\n}\n`;
  const found = diagnostic({
    rule: `plugin/${breakOut}`,
    message: breakOut,
    advice: breakOut,
    fingerprint: breakOut,
    location: locate("open()", breakOut, code),
    path: [{ location: locate("open()", breakOut, code), message: breakOut }],
    related: [{ location: locate("func", breakOut, code), message: breakOut }],
    fixes: [{ kind: "safe", message: breakOut, edits: [{ start: 14, end: 14, text: `// ${breakOut}\n` }] }],
  });
  const page = format(
    run({
      diagnostics: [found],
      notices: [
        { kind: "internal-error", message: breakOut, file: breakOut, rule: breakOut, detail: breakOut },
      ],
      rules: [
        rule({ name: found.rule, summary: breakOut, url: "javascript:alert(1)" }),
        rule({ url: breakOut }),
      ],
    }),
    context({ source: () => code, workingDirectory: `/${breakOut}`, homepage: breakOut, version: breakOut }),
  );

  test("does not become markup", () => {
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("javascript:alert");
    expect(page.slice(page.indexOf("<body>"))).not.toMatch(/="[^"]*[<>][^"]*"/);
  });

  test("is visible, and reorders nothing", () => {
    expect(page).not.toMatch(unsafe);
    expect(page).toContain("␀");
    expect(page).toContain("&#60;U+202E&#62;");
  });

  test("leaves every element closed", () => {
    const open: string[] = [];
    const unclosed = new Set(["meta", "input", "!doctype"]);
    const content = page.replace(/<(style|script)>[^]*?<\/\1>/g, "");
    for (const [, end, name = "", own] of content.matchAll(/<(\/?)([!\w]+)[^>]*?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else if (!own && !unclosed.has(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

test("with many findings their code is there, but not shown at once, and folds are empty", () => {
  const code = source.replace("\tif short", `${"\tread()\n".repeat(9)}\tif short`);
  const path = fullDiagnostic.path.map(({ message, location }) => ({
    message,
    location: locate(source.slice(location.start, location.end), "demo/read.go", code),
  }));
  const diagnostics = Array.from({ length: 101 }, () => diagnostic({ path }));
  const page = body(run({ diagnostics }), context({ source: () => code }));
  expect(page.match(/<details><summary>Path, 2 steps/g)).toHaveLength(101);
  expect(page.match(/<mark class="start">/g)).toHaveLength(101);
  expect(page.match(/<div class="row fold up down"><span class="src">⋯ \d+ lines/g)).toHaveLength(101);
});

test("very long lines are cut around what matters", () => {
  const code = `package demo; var x = "${"a".repeat(1000)}" + open() + "${"b".repeat(1000)}"\n`;
  const found = diagnostic({ location: locate("open()", "a.go", code) });
  const page = body(run({ diagnostics: [found] }), context({ source: () => code }));
  expect(page).toMatch(/…<span class="string">a{76}&#34;<\/span> \+ <mark class="end">open\(\)<\/mark>/);
  expect(page.length).toBeLessThan(source.length + 6000);
});
