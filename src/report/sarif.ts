import type { Invocation, Log, Run } from "sarif";
import type { Diagnostic, RunResult } from "../diagnostic/index.js";
import { ArtifactUris, SOURCE_ROOT } from "./artifact-uris.js";
import type { FormatContext, Formatter } from "./formatter.js";
import { jsonText } from "./json-text.js";
import { ranked } from "./ranked.js";
import { leftOut, overweight, roomFor } from "./sarif-limits.js";
import { leftOutNotification, notificationDescriptors, sarifNotification } from "./sarif-notification.js";
import { type ResultContext, sarifResult } from "./sarif-result.js";
import { sarifRule } from "./sarif-rule.js";
import { SourceLines } from "./source-lines.js";

/** The report in SARIF 2.1.0, with what GitHub code scanning asks for and within its limits. */
export const formatSarif: Formatter = (result, context) => {
  const candidates = ranked(result);
  let count = roomFor(candidates);
  for (;;) {
    const kept = new Set(candidates.slice(0, count));
    const written = result.diagnostics.filter((diagnostic) => kept.has(diagnostic));
    const omissions = leftOut(result.diagnostics, written);
    const text = sarifText(result, written, omissions, context);
    const excess = overweight(text);
    if (excess <= 1 || count === 0) {
      for (const omission of omissions) context.onLeftOut?.(omission);
      return text;
    }
    // A little less than what should fit: results do not all compress alike.
    count = Math.floor((count / excess) * 0.97);
  }
};

function sarifText(
  result: RunResult,
  written: readonly Diagnostic[],
  omissions: readonly string[],
  context: FormatContext,
): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [sarifRun(result, written, omissions, context)],
  };
  return jsonText(log);
}

function sarifRun(
  result: RunResult,
  written: readonly Diagnostic[],
  omissions: readonly string[],
  { version, homepage, workingDirectory, source }: FormatContext,
): Run {
  const context: ResultContext = {
    uris: new ArtifactUris(workingDirectory),
    sources: new SourceLines(source),
    ruleIndex: new Map(result.rules.map((rule, index) => [rule.name, index])),
  };
  return {
    tool: {
      driver: {
        name: "leakcheck",
        version,
        semanticVersion: version,
        informationUri: homepage,
        rules: result.rules.map(sarifRule),
        notifications: [...notificationDescriptors],
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [SOURCE_ROOT]: { uri: context.uris.root } },
    invocations: [invocation(result, omissions, context)],
    results: written.map((diagnostic) => sarifResult(diagnostic, context)),
  };
}

function invocation(
  { notices }: RunResult,
  omissions: readonly string[],
  { uris, ruleIndex }: ResultContext,
): Invocation {
  return {
    executionSuccessful: !notices.some((notice) => notice.kind === "internal-error"),
    workingDirectory: { uri: uris.root },
    toolExecutionNotifications: [
      ...notices.map((notice) => sarifNotification(notice, uris, ruleIndex)),
      ...omissions.map(leftOutNotification),
    ],
  };
}
