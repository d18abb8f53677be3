import { MarkupKind } from "vscode-languageserver/node";
import type { Hover } from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostic/index.js";
import { ruleDocs, ruleUrl } from "../engine/rule-docs.js";
import type { TextPositions } from "./text-positions.js";

/** Sections of a rule's page that explain it without examples. */
const explaining = ["What it does", "Why it leaks"];

/** What is to be said of the findings at a place; null where there is none. */
export function hoverAt(
  offset: number,
  diagnostics: readonly Diagnostic[],
  positions: TextPositions,
): Hover | null {
  const here = diagnostics.filter(({ location: { start, end } }) => start <= offset && offset <= end);
  const [first] = here;
  if (!first) return null;
  const rules = new Set(here.map(({ rule }) => rule));
  return {
    contents: { kind: MarkupKind.Markdown, value: [...rules].map(explanation).join("\n\n---\n\n") },
    range: positions.range(first.location.start, first.location.end),
  };
}

function explanation(rule: string): string {
  const docs = ruleDocs(rule) ?? "";
  const sections = explaining.flatMap((title) => section(docs, title) ?? []);
  return [`**leakcheck: ${rule}**`, ...sections, `[More about ${rule}](${ruleUrl(rule)})`].join("\n\n");
}

/** The text under a heading, up to the next one. */
function section(markdown: string, title: string): string | undefined {
  const [, rest] = markdown.split(`\n## ${title}\n`);
  return rest?.split("\n## ")[0]?.trim();
}
