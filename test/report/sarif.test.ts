import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Log, Notification, Result, Run } from "sarif";
import type { Diagnostic, RunResult } from "../../src/diagnostic/index.js";
import { type FormatContext, formatters } from "../../src/report/index.js";
import { applyEdits } from "../../src/text/edit.js";
import { LineIndex } from "../../src/text/line-index.js";
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

/** The official schema of SARIF 2.1.0, as Microsoft's tools ship it. */
const schemaFile = new URL(
  "../../node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json",
  import.meta.url,
);

/** Whether a text is a URI or a relative reference in its encoded form. */
const isReference = (text: string) => /^[!-~]*$/.test(text) && URL.canParse(text, "file:///");

const validate = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text) => URL.canParse(text),
    "uri-reference": isReference,
    "date-time": true,
    uuid: true,
  },
}).compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function logOf(result: RunResult, changes: Partial<FormatContext> = {}): Log {
  return JSON.parse(formatters.sarif(result, context(changes)));
}

function runOf(result: RunResult, changes: Partial<FormatContext> = {}): Run {
  const [only, ...others] = logOf(result, changes).runs;
  expect(others).toEqual([]);
  return only as Run;
}

function resultOf(finding: Diagnostic, changes: Partial<FormatContext> = {}): Result {
  return runOf(run({ diagnostics: [finding] }), changes).results?.[0] as Result;
}

function notificationsOf(result: RunResult): readonly Notification[] {
  return runOf(result).invocations?.[0]?.toolExecutionNotifications ?? [];
}

/** The text after the finding's first fix, applied by lines and columns as an editor would. */
function fixedBy(finding: Diagnostic, text: string): string {
  const [fix] = resultOf(finding, { source: () => text }).fixes ?? [];
  const lines = new LineIndex(text);
  const edits = (fix?.artifactChanges[0]?.replacements ?? []).map(({ deletedRegion, insertedContent }) => {
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
    const start = lines.offset(startLine, startColumn);
    return { start, end: lines.offset(endLine, endColumn), text: insertedContent?.text ?? "" };
  });
  return applyEdits(text, edits);
}

/** The findings that are kept, by their fingerprints, and what is said of the others. */
function keptOf(result: RunResult) {
  const told: string[] = [];
  const text = formatters.sarif(result, context({ onLeftOut: (sentence) => told.push(sentence) }));
  const [only] = (JSON.parse(text) as Log).runs;
  const kept = (only?.results ?? []).map((each) => Number(each.partialFingerprints?.["leakcheck/v1"]));
  return { text, kept, told, notifications: only?.invocations?.[0]?.toolExecutionNotifications };
}

/** 3,300 bytes that cannot be compressed, in Base64. */
function noise(index: number): string {
  return createHash("shake256", { outputLength: 3300 }).update(String(index)).digest("base64");
}

const severities = ["error", "warning", "info"] as const;

describe("the log", () => {
  const files = [
    "a b.go",
    "ümläut/日本語👍.go",
    "a#b/100%.go",
    "c:d.go",
    "[x]/{y}?.go",
    "../out.go",
    "/abs/o.go",
  ];
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...(index % 2 === 0 ? fullDiagnostic : diagnostic({ rule: "plugin/unknown" })),
    severity: severities[index % 3] ?? "error",
    location: locate("os.Open(name)", files[index % files.length]),
  }));

  test.each([
    ["many findings and notices", run({ diagnostics: many, notices }), {}],
    ["a Windows run", run({ diagnostics: many, notices }), { workingDirectory: "C:/Users/Jörg M" }],
    ["no findings", run(), {}],
    ["no rules", run({ rules: [], files: 0 }), {}],
    ["hostile text", run({ diagnostics: [diagnostic({ message: hostile, rule: hostile })] }), {}],
  ])("of %s is valid against the official schema", (_, result, changes) => {
    validate(logOf(result, changes));
    expect(validate.errors).toBeNull();
  });

  test("has one run, with results even when there are none", () => {
    expect(logOf(run())).toMatchObject({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{ columnKind: "utf16CodeUnits", results: [] }],
    });
  });

  test("is safe to print", () => {
    expect(formatters.sarif(run({ diagnostics: [diagnostic({ message: hostile })] }), context())).not.toMatch(
      unsafe,
    );
  });
});

describe("a rule", () => {
  test("is described as code scanning asks", () => {
    expect(runOf(run()).tool.driver).toMatchObject({
      name: "leakcheck",
      version: "1.2.3",
      rules: [
        {
          id: "unclosed-file",
          shortDescription: { text: "File opened but not closed on every path." },
          fullDescription: { text: "Finds files that are opened and not closed." },
          help: {
            text: "# unclosed-file\n\n## What it does\n\nFinds files that are opened and not closed.",
            markdown: "# unclosed-file\n\n## What it does\n\nFinds files that are opened and not closed.",
          },
          helpUri: "https://example.com/rules/unclosed-file",
          defaultConfiguration: { level: "error" },
          properties: {
            tags: ["reliability", "memory-leak", "resource", "external/cwe/cwe-772"],
            precision: "high",
            "problem.severity": "error",
          },
        },
      ],
    });
  });

  test("is listed also when it found nothing, has no name and no security severity", () => {
    const rules = [rule(), rule({ name: "other", severity: "info" })];
    const listed = runOf(run({ rules })).tool.driver.rules ?? [];
    expect(listed.map(({ id }) => id)).toEqual(["unclosed-file", "other"]);
    for (const descriptor of listed) {
      expect(descriptor).not.toHaveProperty("name");
      expect(descriptor.properties).not.toHaveProperty("security-severity");
    }
    expect(listed[1]).toMatchObject({
      defaultConfiguration: { level: "note" },
      properties: { "problem.severity": "recommendation" },
    });
  });

  test("without documentation still has every text code scanning requires", () => {
    const [described] = runOf(run({ rules: [rule({ help: "", url: "" })] })).tool.driver.rules ?? [];
    const text = "File opened but not closed on every path.";
    expect(described).toMatchObject({
      shortDescription: { text },
      fullDescription: { text },
      help: { text },
    });
    expect(described).not.toHaveProperty("helpUri");
    expect(described?.help).not.toHaveProperty("markdown");
  });

  test("has descriptions within code scanning's limit", () => {
    const long = rule({ summary: "s".repeat(2000), help: "h".repeat(2000) });
    const [described] = runOf(run({ rules: [long] })).tool.driver.rules ?? [];
    expect(described?.shortDescription?.text).toHaveLength(1024);
    expect(described?.fullDescription?.text).toHaveLength(1024);
  });

  test("has each tag once", () => {
    const [described] = runOf(run({ rules: [rule({ cwe: ["CWE-79", "79"] })] })).tool.driver.rules ?? [];
    expect(described?.properties?.tags).toEqual([
      "reliability",
      "memory-leak",
      "resource",
      "external/cwe/cwe-079",
    ]);
  });
});

describe("a result", () => {
  test("has rule, level, place, path, related places and fingerprint", () => {
    expect(resultOf(fullDiagnostic)).toMatchObject({
      ruleId: "unclosed-file",
      ruleIndex: 0,
      kind: "fail",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "demo/read.go", uriBaseId: "%SRCROOT%" },
            region: { startLine: 4, startColumn: 12, endLine: 4, endColumn: 25 },
          },
        },
      ],
      codeFlows: [
        {
          threadFlows: [
            {
              locations: [
                { location: { message: { text: "opened here." } } },
                { location: { message: { text: "this return skips Close." } } },
              ],
            },
          ],
        },
      ],
      relatedLocations: [{ id: 1, message: { text: "closed here." } }],
      partialFingerprints: { "leakcheck/v1": "0123456789abcdef" },
    });
  });

  test("always says its level", () => {
    const levels = severities.map((severity) => resultOf(diagnostic({ severity })).level);
    expect(levels).toEqual(["error", "warning", "note"]);
  });

  test("of a rule that is not listed has no index", () => {
    expect(resultOf(diagnostic({ rule: "gone" }))).not.toHaveProperty("ruleIndex");
  });

  test("says in sentences what leaks and what to do, and links related places", () => {
    expect(resultOf(fullDiagnostic).message.text).toBe(
      "the file opened here is not closed on every path. close it right after the error check. See [closed here](1).",
    );
  });

  test("escapes what SARIF would read as a link or a placeholder", () => {
    const related = [{ location: locate("f.Close()"), message: "the `ch[0]`" }];
    const text = resultOf(diagnostic({ message: String.raw`m[k](x) in struct{}, {0} and \n`, related }))
      .message.text;
    expect(text).toBe(String.raw`m\[k\](x) in struct{}, {{0}} and \\n. See [the ` + "`ch\\[0\\]`](1).");
  });
});

describe("a fix", () => {
  test.each([
    ["LF", source],
    ["CRLF", source.replaceAll("\n", "\r\n")],
  ])("makes the same change when applied by line and column: %s", (_, text) => {
    const open = locate("os.Open(name)", "demo/read.go", text);
    const edits = [
      { start: open.start, end: open.end, text: "open(name)" },
      { start: text.indexOf("\tif short"), end: text.indexOf("\tif short"), text: "\tdefer f.Close()\n" },
      { start: text.indexOf("errShort"), end: text.indexOf("errShort") + 8, text: "" },
    ];
    const finding = diagnostic({ fixes: [{ kind: "safe", message: "mend it", edits }] });
    expect(fixedBy(finding, text)).toBe(applyEdits(text, edits));
  });

  test("says what it does", () => {
    expect(resultOf(fullDiagnostic).fixes?.[0]?.description?.text).toBe("add `defer f.Close()`.");
  });

  test("is left out when the text is gone or nothing changes", () => {
    expect(resultOf(fullDiagnostic, { source: () => undefined })).not.toHaveProperty("fixes");
    const fixes = [{ kind: "safe" as const, message: "nothing", edits: [] }];
    expect(resultOf(diagnostic({ fixes }))).not.toHaveProperty("fixes");
  });
});

describe("a file", () => {
  const root = { uriBaseId: "%SRCROOT%" };

  test.each([
    ["a b.go", { uri: "a%20b.go", ...root }],
    ["größe/日.go", { uri: "gr%C3%B6%C3%9Fe/%E6%97%A5.go", ...root }],
    ["a#b/100%.go", { uri: "a%23b/100%25.go", ...root }],
    ["c:d.go", { uri: "c%3Ad.go", ...root }],
    ["q?x.go", { uri: "q%3Fx.go", ...root }],
    ["back\\slash.go", { uri: "back%5Cslash.go", ...root }],
    ["%2e%2e/x.go", { uri: "%252e%252e/x.go", ...root }],
    ["lone\ud800.go", { uri: "lone%EF%BF%BD.go", ...root }],
    ["./x/../y.go", { uri: "y.go", ...root }],
    ["/work/project/x.go", { uri: "x.go", ...root }],
    ["/work/projects/x.go", { uri: "file:///work/projects/x.go" }],
    ["../other/x y.go", { uri: "file:///work/other/x%20y.go" }],
    ["C:/x.go", { uri: "C%3A/x.go", ...root }],
  ])("%s has its URI", (file, expected) => {
    const [location] = resultOf(diagnostic({ location: locate("os.Open(name)", file) })).locations ?? [];
    expect(location?.physicalLocation?.artifactLocation).toEqual(expected);
  });

  test.each([
    ["C:/Users/Jörg M", "src/x.go", { uri: "src/x.go", ...root }],
    ["C:/Users/Jörg M", "C:/Users/Jörg M/x.go", { uri: "x.go", ...root }],
    ["C:/Users/Jörg M", "D:/x y.go", { uri: "file:///D:/x%20y.go" }],
    ["//server/share/dir", "x.go", { uri: "x.go", ...root }],
    ["//server/share/dir", "//other/share/x.go", { uri: "file://other/share/x.go" }],
    ["/", "tmp/x.go", { uri: "tmp/x.go", ...root }],
  ])("in %s, %s has its URI", (workingDirectory, file, expected) => {
    const finding = diagnostic({ location: locate("os.Open(name)", file) });
    const [location] = resultOf(finding, { workingDirectory }).locations ?? [];
    expect(location?.physicalLocation?.artifactLocation).toEqual(expected);
  });

  test.each([
    ["/work/project", "file:///work/project/"],
    ["/", "file:///"],
    ["/tmp/a b/ü#", "file:///tmp/a%20b/%C3%BC%23/"],
    ["C:/Users/Jörg M", "file:///C:/Users/J%C3%B6rg%20M/"],
    ["C:/", "file:///C:/"],
    ["//server/share", "file://server/share/"],
  ])("is relative to the working directory: %s", (workingDirectory, uri) => {
    const only = runOf(run(), { workingDirectory });
    expect(only.originalUriBaseIds).toEqual({ "%SRCROOT%": { uri } });
    expect(only.invocations?.[0]?.workingDirectory).toEqual({ uri });
  });
});

describe("the invocation", () => {
  test("is successful exactly when nothing crashed", () => {
    const harmless = notices.filter(({ kind }) => kind !== "internal-error");
    expect(runOf(run({ notices: harmless })).invocations).toMatchObject([{ executionSuccessful: true }]);
    expect(runOf(run({ notices })).invocations).toMatchObject([{ executionSuccessful: false }]);
  });

  test("has a notification for every notice, each with its described kind", () => {
    const { tool, invocations } = runOf(run({ notices }));
    const notifications = invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ descriptor }) => descriptor?.id)).toEqual(notices.map(({ kind }) => kind));
    for (const { descriptor } of notifications) {
      const described = tool.driver.notifications?.[descriptor?.index ?? -1];
      expect(described).toMatchObject({ id: descriptor?.id, help: { text: expect.stringMatching(/\.$/) } });
    }
  });

  test("says where, how grave and in which rule", () => {
    const notifications = notificationsOf(run({ notices }));
    expect(notifications[0]).toEqual({
      level: "warning",
      message: { text: "unexpected `}`." },
      descriptor: { id: "syntax-error", index: expect.any(Number) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "demo/broken.go", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
    });
    expect(notifications.at(-1)).toMatchObject({
      level: "error",
      associatedRule: { id: "unclosed-file", index: 0 },
      exception: { message: expect.stringContaining("rule.js:1:2") },
    });
  });
});

describe("limits", () => {
  const path = Array.from({ length: 1500 }, (_, index) => ({
    location: locate("return err"),
    message: `step ${index}`,
  }));

  test("keep the gravest 25,000 results in their order and say what was left out", () => {
    const diagnostics = Array.from({ length: 25_010 }, (_, index) =>
      diagnostic({ severity: index < 20 ? "info" : "error", fingerprint: String(index) }),
    );
    const { kept, told, notifications } = keptOf(run({ diagnostics }));
    expect(kept).toEqual(Array.from({ length: 25_000 }, (_, index) => (index < 10 ? index : index + 10)));
    const text = "Only the gravest 25000 of 25010 findings are listed: 10 infos left out.";
    expect(told).toEqual([text]);
    expect(notifications).toMatchObject([
      { level: "warning", descriptor: { id: "left-out" }, message: { text } },
    ]);
  });

  test("of findings that are equally grave, keep those of the surest rules", () => {
    const rules = [
      rule({ name: "unsure", precision: "low" }),
      rule({ name: "sure", precision: "very-high" }),
    ];
    const diagnostics = Array.from({ length: 25_002 }, (_, index) =>
      diagnostic({ rule: index < 10 ? "unsure" : "sure", fingerprint: String(index) }),
    );
    const { kept } = keptOf(run({ rules, diagnostics }));
    expect(kept).toHaveLength(25_000);
    expect(kept.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10, 11]);
  });

  test("keep the compressed file below 10 MB, with room for what is added when it is uploaded", () => {
    const diagnostics = Array.from({ length: 3000 }, (_, index) =>
      diagnostic({
        severity: index < 100 ? "warning" : "error",
        fingerprint: String(index),
        message: noise(index),
      }),
    );
    const { text, kept, told, notifications } = keptOf(run({ diagnostics }));
    const size = gzipSync(text).length;
    expect(size).toBeLessThanOrEqual(9_000_000);
    expect(size).toBeGreaterThan(8_000_000);
    expect(kept.every((index) => index >= 100)).toBe(true);
    expect(told).toEqual([
      expect.stringMatching(
        /^Only the gravest \d+ of 3000 findings are listed: \d+ errors, 100 warnings left out\.$/,
      ),
    ]);
    expect(notifications?.map(({ message }) => message.text)).toEqual(told);
  });

  test("keep the first steps of a long path and the last", () => {
    const result = run({ diagnostics: [diagnostic({ path })] });
    const steps = runOf(result).results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps).toHaveLength(1000);
    expect(steps[998]?.location?.message?.text).toBe("step 998.");
    expect(steps[999]?.location?.message?.text).toBe("step 1499.");
    expect(notificationsOf(result)).toMatchObject([
      { message: { text: expect.stringContaining("left out of 1 finding.") } },
    ]);
  });

  test("keep a hundred related places", () => {
    const result = run({ diagnostics: [diagnostic({ related: path })] });
    const [only] = runOf(result).results ?? [];
    expect(only?.relatedLocations).toHaveLength(100);
    expect(only?.message.text).toMatch(/\[step 1499\]\(100\)\.$/);
    expect(notificationsOf(result)).toMatchObject([
      { message: { text: expect.stringContaining("100 related places") } },
    ]);
  });

  test("keep twenty tags of a rule", () => {
    const cwe = Array.from({ length: 30 }, (_, index) => `CWE-${index + 100}`);
    const [described] = runOf(run({ rules: [rule({ cwe })] })).tool.driver.rules ?? [];
    expect(described?.properties?.tags).toHaveLength(20);
  });

  test("do not touch the list of rules, which is the same whatever was found", () => {
    const rules = [rule(), rule({ name: "other" })];
    const found = runOf(run({ rules, diagnostics: [diagnostic(), diagnostic({ rule: "gone" })] }));
    expect(found.tool).toEqual(runOf(run({ rules })).tool);
  });
});
