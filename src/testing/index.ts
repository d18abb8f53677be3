/**
 * Tests for rules, independent of any test framework: `leakcheck/testing`. Fixtures are folders of Go code in
 * which `// want "regexp"` stands on the line of each expected finding.
 */
export type { Diagnostic } from "../diagnostic/index.js";
export type { FixtureOptions, FixtureReport, RuleCheck } from "./check-rule.js";
export { checkFixture, checkRule } from "./check-rule.js";
export type { Fixture } from "./fixture.js";
export { readFixtures } from "./fixture.js";
export type { RuleRun } from "./run-rule.js";
export { runRule } from "./run-rule.js";
export type { Verdict } from "./verdict.js";
export { formatVerdict } from "./verdict.js";
