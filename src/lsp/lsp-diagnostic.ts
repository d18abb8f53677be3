import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver/node";
import type {
  Diagnostic as LspDiagnostic,
  DiagnosticRelatedInformation,
  Location as LspLocation,
} from "vscode-languageserver/node";
import type { Diagnostic, Location } from "../diagnostic/index.js";
import { ruleUrl } from "../engine/rule-docs.js";

/** Turns a place in a file into one as the protocol has it. */
export type Locate = (location: Location) => LspLocation;

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** A finding as the protocol has it. `data` carries the fingerprint. */
export function toLspDiagnostic(diagnostic: Diagnostic, locate: Locate, withRelated: boolean): LspDiagnostic {
  const { rule, severity, message, advice, location, fingerprint } = diagnostic;
  const related = withRelated ? relatedInformation(diagnostic, locate) : [];
  return {
    range: locate(location).range,
    severity: severities[severity],
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    source: "leakcheck",
    message: advice === undefined ? message : `${message}\n${advice}`,
    ...(rule === "unused-directive" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    data: { fingerprint },
  };
}

function relatedInformation({ path, related }: Diagnostic, locate: Locate): DiagnosticRelatedInformation[] {
  const steps = path.map(({ location, message }, index) => ({
    location: locate(location),
    message: `${index + 1}. ${message}`,
  }));
  return [...steps, ...related.map(({ location, message }) => ({ location: locate(location), message }))];
}
