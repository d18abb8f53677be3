import picocolors from "picocolors";
import type { RunResult } from "../diagnostic/index.js";
import type { FormatContext, Formatter } from "./formatter.js";
import { SourceLines } from "./source-lines.js";
import { diagnosticBlock } from "./text-diagnostic.js";
import { noticeBlocks } from "./text-notices.js";
import { summaryLine } from "./text-summary.js";

/**
 * The report for people: every finding with its code and its path, then what could not be linted in full,
 * then the count. Nothing taken from files can steer the terminal.
 */
export const formatText: Formatter = (result: RunResult, context: FormatContext) => {
  const colors = picocolors.createColors(context.color);
  const urls = new Map(result.rules.filter((rule) => rule.url !== "").map((rule) => [rule.name, rule.url]));
  const style = {
    colors,
    sources: new SourceLines(context.source),
    ruleUrl: (rule: string) => urls.get(rule),
  };
  const blocks = [
    ...result.diagnostics.map((diagnostic) => diagnosticBlock(diagnostic, style)),
    ...noticeBlocks(result.notices, colors),
    colors.bold(summaryLine(result, context.elapsed)),
  ];
  return `${blocks.join("\n\n")}\n`;
};
