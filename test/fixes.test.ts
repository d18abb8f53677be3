import { fileURLToPath } from "node:url";
import { describe, expect, jest, test } from "@jest/globals";
import { lint, rules } from "../src/index.js";
import type { Diagnostic, Fix, LintOptions, RunResult } from "../src/index.js";
import { readFixtures } from "../src/testing/index.js";
import type { Fixture } from "../src/testing/index.js";
import { applyEdits } from "../src/text/edit.js";

// A rule has up to forty fixes, and after each of them its folder is linted anew.
jest.setTimeout(60_000);

const fixing = rules.filter(({ meta }) => meta.fix !== "none");

function lintFixture(folder: URL, fixture: Fixture, overlay?: LintOptions["overlay"]): Promise<RunResult> {
  const { go, files } = fixture;
  const version = go === undefined || "go.mod" in files ? {} : { go };
  return lint({
    cwd: fileURLToPath(new URL(`${fixture.name}/`, folder)),
    paths: ["."],
    generated: true,
    gitignore: false,
    flags: { preset: "all", tests: true, ...version },
    ...(overlay ? { overlay } : {}),
  });
}

/** Findings and syntax errors, without their places, which fixes move. */
function summaryOf({ diagnostics, notices }: RunResult): readonly string[] {
  const broken = notices.filter(({ kind }) => kind === "syntax-error").map(({ file }) => `syntax ${file}`);
  return [...diagnostics.map(({ rule, location }) => `${rule} ${location.file}`), ...broken].toSorted();
}

describe.each(fixing.map((rule) => ({ name: rule.meta.name, rule })))("$name", ({ name }) => {
  const folder = new URL(`../rules/${name}/testdata/`, import.meta.url);

  test("every fix and suggestion mends its finding, and makes no other", async () => {
    const disappointing: string[] = [];
    for (const fixture of readFixtures(folder)) {
      const before = await lintFixture(folder, fixture);
      const fixes = before.diagnostics.flatMap((diagnostic) =>
        diagnostic.fixes.map((fix): [Diagnostic, Fix] => [diagnostic, fix]),
      );
      for (const [diagnostic, fix] of fixes) {
        const { file, from } = diagnostic.location;
        const contents = applyEdits(fixture.files[file] ?? "", fix.edits);
        const after = await lintFixture(folder, fixture, { path: file, contents });
        const rest = [...summaryOf(before)];
        rest.splice(rest.indexOf(`${diagnostic.rule} ${file}`), 1);
        if (JSON.stringify(summaryOf(after)) !== JSON.stringify(rest))
          disappointing.push(`${fixture.name}/${file}:${from.line} ${diagnostic.rule}: ${fix.message}`);
      }
    }
    expect(disappointing).toEqual([]);
  });
});
