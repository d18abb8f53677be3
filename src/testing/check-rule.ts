import { sep } from "node:path";
import type { Diagnostic } from "../diagnostic/index.js";
import { ConfigResolver } from "../engine/config/index.js";
import { goParser } from "../engine/grammar.js";
import { parentPath } from "../project/index.js";
import type { Rule } from "../rule/index.js";
import { expectationsOf } from "./expectation.js";
import { readFixtures } from "./fixture.js";
import type { Fixture } from "./fixture.js";
import { checkFixes } from "./golden.js";
import { lintFiles } from "./run-rule.js";
import type { RuleRun } from "./run-rule.js";
import { compareFindings, formatVerdict } from "./verdict.js";
import type { Verdict } from "./verdict.js";

/** How a rule is run over its fixtures. */
export type FixtureOptions = Pick<RuleRun, "options" | "resources" | "companions">;

export interface RuleCheck extends FixtureOptions {
  readonly rule: Rule;
  /** The folder of the fixtures: `new URL("./testdata/", import.meta.url)`. */
  readonly testdata: URL | string;
}

/** What came of running a rule over one fixture. */
export interface FixtureReport {
  /** Empty when rule and fixture agree. */
  readonly verdicts: readonly Verdict[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs a rule over all of its fixtures. Throws an error that lists every disagreement. */
export async function checkRule({ rule, testdata, ...options }: RuleCheck): Promise<void> {
  const verdicts: Verdict[] = [];
  for (const fixture of readFixtures(testdata)) {
    verdicts.push(...(await checkFixture(rule, fixture, options)).verdicts);
  }
  if (verdicts.length > 0) {
    const where = `${rule.meta.name} disagrees with its fixtures in ${String(testdata)}`;
    throw new Error([where, ...verdicts.map(formatVerdict)].join("\n"));
  }
}

/** Runs a rule over one fixture, for test runners that show each case by itself. */
export async function checkFixture(
  rule: Rule,
  fixture: Fixture,
  options: FixtureOptions = {},
): Promise<FixtureReport> {
  const { name, files, go } = fixture;
  const { diagnostics, notices } = await lintFiles(rule, {
    ...options,
    ...(await configured(rule, fixture, options)),
    files,
    ...(go === undefined ? {} : { go }),
  });
  const parser = await goParser();
  const verdicts: Verdict[] = notices.map(({ file = "", position, message }) => ({
    kind: "broken",
    file: `${name}/${file}`,
    line: position?.line ?? 1,
    message,
  }));
  for (const [path, text] of Object.entries(files).filter(([file]) => file.endsWith(".go"))) {
    const file = `${name}/${path}`;
    const found = diagnostics.filter(({ location }) => location.file === path);
    const { expected, unreadable } = expectationsOf(parser.parse(text));
    verdicts.push(
      ...unreadable.map(({ line, reason }): Verdict => ({ kind: "broken", file, line, message: reason })),
      ...compareFindings(file, expected, found),
      ...checkFixes(file, text, fixture.goldens[path], found, parser),
    );
  }
  return { verdicts, diagnostics };
}

/** What the configuration of a fixture says. Throws `ConfigError` when it cannot be used. */
async function configured(
  rule: Rule,
  { config }: Fixture,
  { companions = [] }: FixtureOptions,
): Promise<FixtureOptions> {
  if (config === undefined) return {};
  const file = config.replaceAll(sep, "/");
  const rules = new Set([rule, ...companions]);
  const resolved = await new ConfigResolver([...rules], { config: file }).resolve(parentPath(file));
  const { options = {} } = resolved.settingsFor(file).rules[rule.meta.name] ?? {};
  return { options, resources: resolved.resources };
}
