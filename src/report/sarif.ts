import type { Invocation, Log, Run } from "sarif";
import type { RunResult } from "../diagnostic/index.js";
import { ArtifactUris, SOURCE_ROOT } from "./artifact-uris.js";
import type { FormatContext, Formatter } from "./formatter.js";
import { jsonText } from "./json-text.js";
import { leftOut, withinLimit } from "./sarif-limits.js";
import { leftOutNotification, notificationDescriptors, sarifNotification } from "./sarif-notification.js";
import { type ResultContext, sarifResult } from "./sarif-result.js";
import { sarifRule } from "./sarif-rule.js";
import { SourceLines } from "./source-lines.js";

/** The report in SARIF 2.1.0, with what GitHub code scanning asks for. */
export const formatSarif: Formatter = (result, context) => {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [sarifRun(result, context)],
  };
  return jsonText(log);
};

function sarifRun(result: RunResult, { version, homepage, workingDirectory, source }: FormatContext): Run {
  const context: ResultContext = {
    uris: new ArtifactUris(workingDirectory),
    sources: new SourceLines(source),
    ruleIndex: new Map(result.rules.map((rule, index) => [rule.name, index])),
  };
  const written = withinLimit(result.diagnostics);
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
    invocations: [invocation(result, leftOut(result.diagnostics, written), context)],
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
