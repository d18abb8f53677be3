import type {
  Fix as SarifFix,
  Location as SarifLocation,
  Replacement,
  Result,
  ThreadFlowLocation,
} from "sarif";
import type { Diagnostic, Fix, PathStep } from "../diagnostic/index.js";
import type { LineIndex } from "../text/line-index.js";
import type { ArtifactUris } from "./artifact-uris.js";
import { firstAndLast } from "./first-and-last.js";
import { sarifLevel } from "./sarif-level.js";
import { MOST_RELATED, MOST_STEPS } from "./sarif-limits.js";
import { sarifLocation, sarifRegion } from "./sarif-location.js";
import { messageLink, messageText, sentence } from "./sarif-message.js";
import type { SourceLines } from "./source-lines.js";

/** What a result is written with. */
export interface ResultContext {
  readonly uris: ArtifactUris;
  readonly sources: SourceLines;
  /** Position of each rule in the driver's list. */
  readonly ruleIndex: ReadonlyMap<string, number>;
}

/** A finding as a SARIF result. */
export function sarifResult(diagnostic: Diagnostic, context: ResultContext): Result {
  const { rule, severity, location, path, related, fingerprint } = diagnostic;
  const { uris } = context;
  const ruleIndex = context.ruleIndex.get(rule);
  const fixes = sarifFixes(diagnostic, context);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    kind: "fail",
    level: sarifLevel(severity),
    message: { text: resultMessage(diagnostic) },
    locations: [sarifLocation(location, uris)],
    ...(path.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: threadFlow(path, uris) }] }] }),
    ...(related.length === 0 ? {} : { relatedLocations: relatedLocations(diagnostic, uris) }),
    ...(fixes.length === 0 ? {} : { fixes }),
    partialFingerprints: { "leakcheck/v1": fingerprint },
  };
}

/** The message, what to do, and a link to each related location: viewers show only those that are linked. */
function resultMessage({ message, advice, related }: Diagnostic): string {
  const sentences = [messageText(sentence(message))];
  if (advice !== undefined) sentences.push(messageText(sentence(advice)));
  const links = firstAndLast(related, MOST_RELATED).map((other, index) =>
    messageLink(other.message, index + 1),
  );
  if (links.length > 0) sentences.push(`See ${links.join(", ")}.`);
  return sentences.join(" ");
}

function relatedLocations({ related }: Diagnostic, uris: ArtifactUris): SarifLocation[] {
  return Array.from(firstAndLast(related, MOST_RELATED), ({ location, message }, index) => ({
    id: index + 1,
    ...sarifLocation(location, uris),
    message: { text: messageText(sentence(message)) },
  }));
}

function threadFlow(path: readonly PathStep[], uris: ArtifactUris): ThreadFlowLocation[] {
  return firstAndLast(path, MOST_STEPS).map(({ location, message }) => ({
    location: { ...sarifLocation(location, uris), message: { text: messageText(sentence(message)) } },
  }));
}

/** The fixes, or none when the text they change is no longer to be had: SARIF wants lines and columns. */
function sarifFixes(diagnostic: Diagnostic, { uris, sources }: ResultContext): SarifFix[] {
  const { file } = diagnostic.location;
  const fixes = diagnostic.fixes.filter((fix) => fix.edits.length > 0);
  const lines = fixes.length === 0 ? undefined : sources.of(file);
  if (lines === undefined) return [];
  return fixes.map((fix) => ({
    description: { text: messageText(sentence(fix.message)) },
    artifactChanges: [{ artifactLocation: uris.of(file), replacements: replacements(fix, lines) }],
  }));
}

function replacements({ edits }: Fix, lines: LineIndex): Replacement[] {
  return edits.map(({ start, end, text }) => ({
    deletedRegion: sarifRegion(lines.position(start), lines.position(end)),
    insertedContent: { text },
  }));
}
