import type { Notice } from "../diagnostic/index.js";
import type { Report, ReportPlace, RuleFile, RuleMeta, Silence } from "../rule/index.js";
import { VisitorTable } from "../syntax/index.js";
import { PeerDirectives } from "./directives/peer-directives.js";
import type { EnabledRule } from "./enabled-rule.js";
import { inSourceOrder, toFinding } from "./finding.js";
import type { FileUnderLint, Finding } from "./finding.js";
import { premiseCondition, premiseHolds } from "./premise.js";

/** What the rules found in one file. */
export interface FileFindings {
  /** In source order. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Takes what comes of rules beside what they find: why they are silent, and what is not told. */
export interface RunListener {
  readonly silent: (rule: EnabledRule, silence: Silence) => void;
  /** A finding that seldom matters where only others are wanted, or one that is not true of the Go version. */
  readonly leftOut: (finding: Finding, why: "minor" | "go-version", because?: string) => void;
}

/**
 * Runs rules over a file, all on one walk. A rule that crashes is reported and left out for the rest of it. With a listener,
 * rules run that are not true of the Go version as well; what they find is for the listener alone.
 */
export function runRules(
  target: FileUnderLint,
  rules: readonly EnabledRule[],
  listener?: RunListener,
): FileFindings {
  const findings: Finding[] = [];
  const notices: Notice[] = [];
  const table = new VisitorTable();
  const peers = new PeerDirectives(target.tree);
  for (const enabled of rules) {
    const premise = enabled.rule.meta.go;
    const holds = premiseHolds(premise, target.build);
    if (!holds && !listener) continue;
    // Where the Go version decides and nobody says it, the finding is a hint with its condition.
    const condition = holds === "unknown" && premise ? ` (${premiseCondition(premise)})` : "";
    const guard = crashGuard(enabled, target, notices);
    guard(() => {
      const visitors = enabled.rule.create({
        file: ruleFile(target),
        tree: target.tree,
        options: enabled.options as never,
        resources: target.resources,
        semantics: target.semantics,
        report: (report) => {
          const { minor, minorBecause } = weighed(report, enabled, target, peers);
          const why = !holds ? "go-version" : minor === true && !enabled.minor ? "minor" : undefined;
          if (why === undefined) findings.push(toFinding(report, enabled, target, condition));
          else listener?.leftOut(toFinding(report, enabled, target), why, minorBecause);
        },
        explain: listener && ((silence) => listener.silent(enabled, silence)),
        giveUp: (at, reason) => notices.push(unfinishedNotice(at, reason, enabled, target)),
      });
      table.add(visitors, guard);
    });
  }
  table.walk(target.tree);
  return { findings: inSourceOrder(findings), notices };
}

/** Whether a report seldom matters: the rule says so, or the author has silenced a linter that looks for the same. */
function weighed(
  report: Report<RuleMeta>,
  { rule }: EnabledRule,
  { places }: FileUnderLint,
  peers: PeerDirectives,
): Pick<Report<RuleMeta>, "minor" | "minorBecause"> {
  if (report.minor === true) return report;
  const silenced = peers.silencedAt(places.locate(report.at.tree, report.at), rule.meta.replaces ?? []);
  return silenced === undefined
    ? report
    : { minor: true, minorBecause: `The author has silenced ${silenced} here.` };
}

function ruleFile({ file, package: owner, path }: FileUnderLint): RuleFile {
  return { path, packageName: file.packageName, importPath: owner.importPath, isTest: file.isTest };
}

function crashGuard(
  enabled: EnabledRule,
  target: FileUnderLint,
  notices: Notice[],
): (run: () => void) => void {
  let crashed = false;
  return (run) => {
    if (crashed) return;
    try {
      run();
    } catch (error) {
      crashed = true;
      notices.push(crashNotice(error, target.path, enabled.name));
    }
  };
}

function unfinishedNotice(
  { tree, start, end }: ReportPlace,
  reason: string,
  { name }: EnabledRule,
  { path, places }: FileUnderLint,
): Notice {
  const position = places.locate(tree, { start, end }).from;
  return { kind: "unfinished", message: `rule ${name}: ${reason}`, file: path, position, rule: name };
}

/** The notice for a crash while a file, or one rule on it, was being looked at. */
export function crashNotice(error: unknown, file: string, rule?: string): Notice {
  const what = error instanceof Error ? error : new Error(String(error));
  return {
    kind: "internal-error",
    message: `${rule === undefined ? "the analysis" : `rule ${rule}`} crashed: ${what.message}`,
    file,
    ...(rule === undefined ? {} : { rule }),
    ...(what.stack === undefined ? {} : { detail: what.stack }),
  };
}
