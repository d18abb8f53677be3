import type { Diagnostic, PathStep, RelatedLocation } from "../diagnostic/index.js";
import type { GoFile, GoPackage } from "../project/index.js";
import type { Report, ReportStep, ResourceFacts, RuleMeta } from "../rule/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";
import type { EnabledRule } from "./enabled-rule.js";
import { Fingerprinter, functionLabel } from "./fingerprint.js";
import type { Places } from "./places.js";
import type { GoBuild } from "./premise.js";

/** One file, ready to be looked at. */
export interface FileUnderLint {
  readonly file: GoFile;
  readonly package: GoPackage;
  /** How the file is shown. */
  readonly path: string;
  readonly tree: SyntaxTree;
  readonly semantics: FileSemantics;
  readonly places: Places;
  readonly build: GoBuild;
  /** The project's own, from the configuration. */
  readonly resources: readonly ResourceFacts[];
}

/** A diagnostic before the file's findings are complete and can be told apart by fingerprint. */
export type Finding = Omit<Diagnostic, "fingerprint">;

/**
 * Makes a finding of what a rule reports. `condition` is added to the message where the finding is true only
 * under it; the finding is then a hint, whatever the rule's severity.
 */
export function toFinding(
  report: Report<RuleMeta>,
  enabled: EnabledRule,
  target: FileUnderLint,
  condition = "",
): Finding {
  const { messages, advice } = enabled.rule.meta;
  const template = messages[report.messageId];
  if (template === undefined) throw new Error(`meta.messages has no "${report.messageId}"`);
  // Directives and fingerprints go by the text around a finding.
  if (report.at.tree !== target.tree) throw new Error("a report must be about the file at hand");
  const adviceTemplate = advice?.[report.messageId];
  return {
    rule: enabled.name,
    severity: condition === "" ? enabled.severity : "info",
    messageId: report.messageId,
    message: fill(template, report.data) + condition,
    ...(adviceTemplate === undefined ? {} : { advice: fill(adviceTemplate, report.data) }),
    location: target.places.locate(report.at.tree, report.at),
    path: steps(report.path, target),
    related: steps(report.related, target),
    fixes: report.fixes ?? [],
  };
}

function steps(
  reported: readonly ReportStep[] | undefined,
  { places }: FileUnderLint,
): (PathStep & RelatedLocation)[] {
  return (reported ?? []).map(({ at, message }) => ({ location: places.locate(at.tree, at), message }));
}

function fill(template: string, data: Readonly<Record<string, string>> | undefined): string {
  return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data?.[name] ?? placeholder);
}

/** The order in which findings of one file are shown. */
export function inSourceOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.location.start - b.location.start || compareText(a.rule, b.rule));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Completes the findings of one file, which must be in source order. */
export function withFingerprints(findings: readonly Finding[], target: FileUnderLint): Diagnostic[] {
  const fingerprinter = new Fingerprinter();
  const packagePath = target.package.importPath ?? dirname(target.path);
  return findings.map((finding) => {
    const { start, end } = finding.location;
    const fingerprint = fingerprinter.next({
      rule: finding.rule,
      packagePath,
      function: functionLabel(nodeAt(target.tree, start), target.file.name),
      expression: target.tree.text.slice(start, end),
    });
    return { ...finding, fingerprint };
  });
}

/** The innermost node that spans an offset; the root for what lies in none, as a comment at the top. */
export function nodeAt(tree: SyntaxTree, offset: number): SyntaxNode {
  const { ends, parents } = tree.arena;
  let id = lastBeginningBy(tree, offset);
  while (id > 0 && (ends[id] as number) <= offset) id = parents[id] as number;
  return tree.node(id);
}

/** The last node in document order that does not begin after an offset, or the root. */
function lastBeginningBy({ arena: { starts, size } }: SyntaxTree, offset: number): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
