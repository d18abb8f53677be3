import type { Diagnostic } from "../diagnostic/index.js";
import { byFile } from "./by-file.js";
import type { Formatter } from "./formatter.js";
import { place } from "./place.js";
import { xmlAttributes, xmlText } from "./xml-text.js";

/**
 * A JUnit report: a suite for each file with findings, a failed test case for each finding. Build servers take a report
 * without any test for a broken one, so a run that found nothing is one test that passed.
 */
export const formatJunit: Formatter = ({ diagnostics }) => {
  const suites =
    diagnostics.length === 0
      ? suite("leakcheck", 0, [
          `    <testcase${xmlAttributes({ name: "no leaks", classname: "leakcheck" })}/>\n`,
        ])
      : [...byFile(diagnostics)]
          .map(([file, found]) => suite(file, found.length, found.map(testCase)))
          .join("");
  const totals = { name: "leakcheck", tests: Math.max(1, diagnostics.length), failures: diagnostics.length };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ ...totals, errors: 0 })}>\n${suites}</testsuites>\n`;
};

function suite(name: string, failures: number, cases: readonly string[]): string {
  const attributes = xmlAttributes({ name, tests: cases.length, failures, errors: 0 });
  return `  <testsuite${attributes}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase({ location, rule, message, severity, path, advice }: Diagnostic): string {
  const { file, from } = location;
  // The name tells several findings of one rule in a file apart.
  const attributes = {
    name: `${rule} at ${from.line}:${from.column}`,
    classname: file,
    file,
    line: from.line,
  };
  const details = [
    `${place(file, from)}: ${message}`,
    ...path.map((step) => `  ${place(step.location.file, step.location.from)}: ${step.message}`),
    ...(advice === undefined ? [] : [advice]),
  ];
  const failure = `<failure${xmlAttributes({ message, type: severity })}>${details.map(xmlText).join("\n")}</failure>`;
  return `    <testcase${xmlAttributes(attributes)}>\n      ${failure}\n    </testcase>\n`;
}
