import type { Severity } from "../diagnostic/index.js";
import type { Formatter } from "./formatter.js";
import { jsonText } from "./json-text.js";

/** The severities of GitLab's code quality report. */
const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * GitLab's code quality report: one array, in which GitLab tells new findings from old ones by their fingerprint. Paths
 * are relative to the working directory, which must be the root of the repository for GitLab to find the files
 * (`--relative-to` makes it so).
 */
export const formatGitlab: Formatter = ({ diagnostics }) => {
  const seen = new Map<string, number>();
  return jsonText(
    diagnostics.map(({ rule, message, severity, location, fingerprint }) => ({
      description: message,
      check_name: rule,
      fingerprint: unique(fingerprint, seen),
      severity: severities[severity],
      location: { path: location.file, lines: { begin: location.from.line, end: location.to.line } },
    })),
  );
};

/** GitLab shows one of several findings with the same fingerprint: the variants of a function for two systems have one. */
function unique(fingerprint: string, seen: Map<string, number>): string {
  const ordinal = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, ordinal);
  return ordinal === 1 ? fingerprint : `${fingerprint}-${ordinal}`;
}
