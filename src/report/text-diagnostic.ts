import type { Colors } from "picocolors/types.js";
import type { Diagnostic, Fix, Location, PathStep, RelatedLocation, Severity } from "../diagnostic/index.js";
import { codeFrame, lineExcerpt } from "../text/code-frame.js";
import { hyperlink, visible, visibleLine } from "../text/terminal.js";
import { place } from "./place.js";
import type { SourceLines } from "./source-lines.js";

/** What a finding's block is written with. */
export interface TextStyle {
  readonly colors: Colors;
  readonly sources: SourceLines;
  /** Page about a rule, undefined when it has none. */
  readonly ruleUrl: (rule: string) => string | undefined;
}

/** One finding as a block of lines: what and where, the code, the path, and what to do. */
export function diagnosticBlock(diagnostic: Diagnostic, style: TextStyle): string {
  return [
    header(diagnostic, style),
    ...frame(diagnostic.location, paint(diagnostic.severity, style.colors), style),
    ...stepLines(diagnostic.location, diagnostic.path, style, numbered(diagnostic.path.length)),
    ...notes(diagnostic, style).map(([label, text]) => `  ${style.colors.dim(`= ${label}:`)} ${text}`),
  ].join("\n");
}

/** Without colours this line fits the problem matchers for `file:line:column: message (rule)`. */
function header(diagnostic: Diagnostic, { colors, ruleUrl }: TextStyle): string {
  const { severity } = diagnostic;
  const where = colors.bold(place(diagnostic.location.file, diagnostic.location.from));
  const rule = visible(diagnostic.rule);
  const url = colors.isColorSupported ? ruleUrl(diagnostic.rule) : undefined;
  const ruleText = url === undefined ? rule : hyperlink(rule, url);
  const label = colors.bold(paint(severity, colors)(severity));
  return `${where}: ${label}: ${visibleLine(diagnostic.message)} (${ruleText})`;
}

/** The code around a place, indented like what follows a header. */
export function frame(location: Location, painted: Paint, { colors, sources }: TextStyle): string[] {
  const lines = sources.of(location.file);
  if (lines === undefined) return [];
  const marker = (text: string) => colors.bold(painted(text));
  return codeFrame(lines, location, { gutter: colors.dim, marker }).map((line) => `  ${line}`);
}

/** Marks the steps of a path by their numbers, all of the same width. */
export function numbered(count: number): (index: number) => string {
  const width = String(count).length;
  return (index) => `${String(index + 1).padStart(width)}.`;
}

/** Steps, each with its line of source unless that was the last one shown. */
export function stepLines(
  location: Location,
  steps: readonly PathStep[],
  { colors, sources }: TextStyle,
  markOf: (index: number) => string,
): string[] {
  let shown = location;
  return steps.flatMap((step, index) => {
    const mark = markOf(index);
    const indentation = " ".repeat(mark.length + 7);
    const where = place(step.location.file, step.location.from);
    const lines = [`  ${mark} ${where}  ${visibleLine(step.message)}`];
    const repeated = isSameLine(step.location, shown);
    shown = step.location;
    const excerpt = sources.of(step.location.file);
    const source = repeated || excerpt === undefined ? undefined : lineExcerpt(excerpt, step.location.from);
    if (source !== undefined) lines.push(indentation + colors.dim(source));
    return lines;
  });
}

/** What follows the evidence, each with its label. */
function notes(diagnostic: Diagnostic, { colors, ruleUrl }: TextStyle): [label: string, text: string][] {
  const { related, advice, fixes, rule } = diagnostic;
  const lines = related.map((other): [string, string] => ["note", relatedText(other)]);
  if (advice !== undefined) lines.push(["help", visibleLine(advice)]);
  lines.push(...fixes.map((fix): [string, string] => [fixLabel(fix), visibleLine(fix.message)]));
  const url = colors.isColorSupported ? undefined : ruleUrl(rule);
  if (url !== undefined) lines.push(["docs", visible(url)]);
  return lines;
}

function relatedText({ location, message }: RelatedLocation): string {
  return `${place(location.file, location.from)}  ${visibleLine(message)}`;
}

function fixLabel({ kind }: Fix): string {
  return kind === "safe" ? "fix (--fix)" : "suggestion";
}

function isSameLine(one: Location, other: Location): boolean {
  return one.file === other.file && one.from.line === other.from.line;
}

type Paint = (text: string) => string;

/** The colour of a severity. */
export function paint(severity: Severity, colors: Colors): Paint {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.cyan;
  }
}
