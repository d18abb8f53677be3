import type { Colors } from "picocolors/types.js";
import type { Diagnostic, Fix, Location, RelatedLocation, Severity } from "../diagnostic/index.js";
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
    ...frame(diagnostic, style).map((line) => `  ${line}`),
    ...pathLines(diagnostic, style),
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

function frame({ location, severity }: Diagnostic, { colors, sources }: TextStyle): string[] {
  const lines = sources.of(location.file);
  if (lines === undefined) return [];
  const marker = (text: string) => colors.bold(paint(severity, colors)(text));
  return codeFrame(lines, location, { gutter: colors.dim, marker });
}

/** The steps in order, each with its line of source unless that was the last one shown. */
function pathLines({ location, path }: Diagnostic, { colors, sources }: TextStyle): string[] {
  const numberWidth = String(path.length).length;
  const indentation = " ".repeat(numberWidth + 8);
  let shown = location;
  return path.flatMap((step, index) => {
    const number = String(index + 1).padStart(numberWidth);
    const where = place(step.location.file, step.location.from);
    const lines = [`  ${number}. ${where}  ${visibleLine(step.message)}`];
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

function paint(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.cyan;
  }
}
