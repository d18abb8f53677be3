import type { Diagnostic, Severity } from "../diagnostic/index.js";
import { visible, visibleLine } from "../text/terminal.js";
import { absolutePath } from "./absolute-path.js";
import { counted } from "./counted.js";
import type { Formatter } from "./formatter.js";
import { gravestFirst, severityCounts } from "./severity-counts.js";

/** The workflow command for each severity. */
const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** How many annotations of each command GitHub shows for one step of a job. */
const shownPerStep = 10;

/**
 * Workflow commands that GitHub Actions turns into annotations of the changed files. GitHub drops what is beyond its
 * limit without a word, so the most serious come first and a last line tells how many are not shown.
 */
export const formatGithub: Formatter = ({ diagnostics }, { workingDirectory }) => {
  const lines = gravestFirst.flatMap((severity) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => annotation(diagnostic, workingDirectory)),
  );
  const hidden = Object.values(severityCounts(diagnostics)).reduce(
    (sum, count) => sum + Math.max(0, count - shownPerStep),
    0,
  );
  if (hidden > 0) {
    const limit = `${shownPerStep} annotations of each severity`;
    lines.push(`${counted(hidden, "finding")} not annotated: GitHub shows ${limit} for a step`);
  }
  return lines.map((line) => `${line}\n`).join("");
};

function annotation({ location, message, advice, rule, severity }: Diagnostic, directory: string): string {
  const { file, from, to } = location;
  const properties = {
    // The runner makes absolute paths relative to the checkout, wherever in it the step works.
    file: absolutePath(file, directory),
    line: from.line,
    endLine: to.line,
    // GitHub refuses columns for what spans lines.
    ...(from.line === to.line ? { col: from.column, endColumn: to.column } : {}),
    title: `leakcheck: ${rule}`,
  };
  const text = advice === undefined ? message : `${message}. ${advice}`;
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`,
  );
  return `::${commands[severity]} ${list.join(",")}::${escapeData(visibleLine(text))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
