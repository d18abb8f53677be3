import picocolors from "picocolors";
import type { LineExplanation, Verdict } from "../diagnostic/index.js";
import { visible, visibleLine } from "../text/terminal.js";
import type { FormatContext } from "./formatter.js";
import { place } from "./place.js";
import { SourceLines } from "./source-lines.js";
import { frame, numbered, paint, stepLines } from "./text-diagnostic.js";
import type { TextStyle } from "./text-diagnostic.js";
import { noticeBlocks } from "./text-notices.js";

/** Why a line is reported, or why it is not, for people. Nothing taken from files can steer the terminal. */
export function formatLineExplanation(
  explanation: LineExplanation,
  context: Pick<FormatContext, "color" | "source">,
): string {
  const colors = picocolors.createColors(context.color);
  const style: TextStyle = { colors, sources: new SourceLines(context.source), ruleUrl: () => undefined };
  const { verdicts, passing, leftOut, notices } = explanation;
  const blocks = [
    ...(verdicts.length > 0 ? [] : [nothingBlock(explanation)]),
    ...[...verdicts, ...passing].map((verdict) => verdictBlock(verdict, style)),
    ...noticeBlocks(notices, colors),
    ...(leftOut.length > 0 ? [leftOutBlock(explanation)] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function verdictBlock(verdict: Verdict, style: TextStyle): string {
  const { location, outcome, steps, advice, because } = verdict;
  const { colors } = style;
  const painted = outcome === "silent" ? colors.green : paint(verdict.severity ?? "info", colors);
  const mark = outcome === "silent" ? () => "-" : numbered(steps.length);
  const notes: readonly (readonly [string, string | undefined])[] = [
    ["why not", because],
    ["help", outcome === "reported" ? advice : undefined],
  ];
  return [
    header(verdict, style, painted),
    ...frame(location, painted, style),
    ...stepLines(location, steps, style, mark),
    ...notes.flatMap(([label, text]) =>
      text === undefined ? [] : [`  ${colors.dim(`= ${label}:`)} ${visibleLine(text)}`],
    ),
  ].join("\n");
}

function header(
  { location, outcome, severity, message, rule }: Verdict,
  { colors }: TextStyle,
  painted: (text: string) => string,
): string {
  const where = colors.bold(place(location.file, location.from));
  const label = outcome === "reported" ? (severity ?? "info") : labels[outcome];
  return `${where}: ${colors.bold(painted(label))}: ${visibleLine(message)} (${visible(rule)})`;
}

const labels = { "left-out": "not reported", silent: "silent" };

/** What is said of a line on which nothing begins. */
function nothingBlock({ file, line, passing, calls, nearest }: LineExplanation): string {
  const where = `${visible(file)}:${line}`;
  const lines = [`${where}: no rule has anything to say of what begins on this line.`];
  for (const { text, name } of calls) lines.push(`  - ${visibleLine(callText(text, name))}`);
  if (passing.length > 0) lines.push("It plays a part in this:");
  if (nearest.length > 0) {
    lines.push("The nearest in this function:");
    for (const { location, rule, message } of nearest)
      lines.push(`  - ${place(location.file, location.from)}  ${visibleLine(message)} (${visible(rule)})`);
  }
  return lines.join("\n");
}

function callText(text: string, name: string | undefined): string {
  return name === undefined
    ? `${text}: it is not known what this calls`
    : `${name} is not known to acquire anything`;
}

function leftOutBlock({ file, leftOut }: LineExplanation): string {
  return `A run that does not name ${visible(file)} leaves it out: ${leftOut.map(visibleLine).join("; ")}.`;
}
