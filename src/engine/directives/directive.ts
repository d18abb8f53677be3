import { LineIndex } from "../../text/line-index.js";
import type { Span, SyntaxTree } from "../../syntax/index.js";
import { coveredLines } from "./covered-lines.js";
import type { LineRange } from "./covered-lines.js";

/** A comment that silences findings. */
export interface Directive {
  readonly comment: Span;
  readonly form: "ignore" | "ignore-file" | "nolint";
  /** Rule names or aliases as written; empty means every rule. */
  readonly rules: readonly string[];
  /** Why; empty when the comment does not say. */
  readonly reason: string;
  /** Lines whose findings it silences. */
  readonly lines: LineRange;
}

/** The directives of a file, in source order. */
export function directivesOf(tree: SyntaxTree): readonly Directive[] {
  // Most files have none, and need no line index then.
  if (!/\/\/(?:leakcheck:|\s*nolint)/.test(tree.text)) return [];
  const lines = new LineIndex(tree.text);
  return tree.comments.flatMap((comment) => {
    // Where lines end in CRLF, a comment ends in CR.
    const parsed = parseDirective(tree.text.slice(comment.start, comment.end).trimEnd());
    if (!parsed) return [];
    const range = parsed.form === "ignore-file" ? wholeFile(lines) : coveredLines(tree, comment, lines);
    return [{ ...parsed, comment, lines: range }];
  });
}

type ParsedDirective = Pick<Directive, "form" | "rules" | "reason">;

/**
 * Reads `//leakcheck:ignore a,b reason`, `//leakcheck:ignore-file …` and golangci-lint's `//nolint:leakcheck`,
 * `//nolint:leakcheck/a // reason`, `//nolint:all` and `//nolint`. Undefined for every other comment.
 */
export function parseDirective(comment: string): ParsedDirective | undefined {
  const own =
    /^\/\/leakcheck:(ignore|ignore-file)(?:[ \t]+((?:[^\s,]*,[ \t]*)*[^\s,]*))?(?:[ \t]+(.*))?$/s.exec(
      comment,
    );
  if (own)
    return { form: own[1] as "ignore" | "ignore-file", rules: names(own[2]), reason: (own[3] ?? "").trim() };
  const nolint = parseNolint(comment);
  if (!nolint) return undefined;
  const { linters, reason } = nolint;
  if (linters.length === 0 || linters.includes("all")) return { form: "nolint", rules: [], reason };
  const ours = linters.filter((linter) => linter === "leakcheck" || linter.startsWith("leakcheck/"));
  if (ours.length === 0) return undefined;
  const rules = ours.includes("leakcheck") ? [] : ours.map((linter) => linter.slice("leakcheck/".length));
  return { form: "nolint", rules, reason };
}

/** Reads golangci-lint's `//nolint:a,b // reason`. No linters means all of them. */
export function parseNolint(
  comment: string,
): { readonly linters: readonly string[]; readonly reason: string } | undefined {
  const nolint = /^\/\/[ \t]*nolint(?::(.*?)|[ \t].*?)?(?:[ \t]*\/\/(.*))?$/s.exec(comment);
  return nolint ? { linters: names(nolint[1]), reason: (nolint[2] ?? "").trim() } : undefined;
}

function names(list: string | undefined): readonly string[] {
  return (list ?? "").split(",").flatMap((name) => name.trim() || []);
}

function wholeFile(lines: LineIndex): LineRange {
  return { from: 1, to: lines.lineCount };
}
