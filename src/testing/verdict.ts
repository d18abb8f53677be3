import type { Diagnostic } from "../diagnostic/index.js";
import type { Expectation } from "./expectation.js";

/** One way in which a rule and a fixture disagree. */
export interface Verdict {
  readonly kind:
    /** Expected, not found. */
    | "missing"
    /** Found, not expected. */
    | "noisy"
    /** Found where it was expected, with another message; or fixed to another text. */
    | "wrong"
    /** The fixture cannot be judged, or the rule crashed on it. */
    | "broken";
  /** `go1.22/basic/basic.go`, below the folder of the fixtures. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** `noisy    testdata/go1.22/basic/basic.go:12  the file that …` */
export function formatVerdict({ kind, file, line, message }: Verdict): string {
  return `${kind.padEnd("missing".length)} ${file}:${line}  ${message}`;
}

/** Compares what a file expects with what was found in it. */
export function compareFindings(
  file: string,
  expected: readonly Expectation[],
  found: readonly Diagnostic[],
): readonly Verdict[] {
  const lines = new Set([...expected.map(({ line }) => line), ...found.map(lineOf)]);
  return [...lines]
    .toSorted((a, b) => a - b)
    .flatMap((line) =>
      compareLine(
        expected.filter((expectation) => expectation.line === line),
        found.filter((diagnostic) => lineOf(diagnostic) === line),
      ).map(({ kind, message }) => ({ kind, file, line, message })),
    );
}

function lineOf(diagnostic: Diagnostic): number {
  return diagnostic.location.from.line;
}

function compareLine(
  expected: readonly Expectation[],
  found: readonly Diagnostic[],
): Pick<Verdict, "kind" | "message">[] {
  const unmet = [...expected];
  const surplus = found.filter(({ message }) => {
    const met = unmet.findIndex(({ pattern }) => pattern.test(message));
    if (met >= 0) unmet.splice(met, 1);
    return met < 0;
  });
  const pairs = Array.from({ length: Math.max(unmet.length, surplus.length) }, (_, at) => ({
    want: unmet[at]?.pattern.source,
    got: surplus[at]?.message,
  }));
  return pairs.map(({ want, got }) => {
    if (got === undefined) return { kind: "missing", message: `want: ${want}` };
    if (want === undefined) return { kind: "noisy", message: got };
    return { kind: "wrong", message: `want: ${want}; got: ${got}` };
  });
}
