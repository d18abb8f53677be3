import type { ReportingDescriptor } from "sarif";
import type { RuleDescription } from "../diagnostic/index.js";
import { firstParagraph, unwrapMarkdown } from "./markdown.js";
import { sarifLevel } from "./sarif-level.js";
import { MOST_TAGS } from "./sarif-limits.js";
import { sentence } from "./sarif-message.js";

/** Code scanning's longest short and full description, in characters. */
const LONGEST_DESCRIPTION = 1024;

/** Code scanning's name for the severities of rules that are not about security. */
const problemSeverity = { error: "error", warning: "warning", info: "recommendation" } as const;

/** A rule as code scanning wants it described. It has no `name`: that must differ from the id and we have but one. */
export function sarifRule(rule: RuleDescription): ReportingDescriptor {
  const summary = sentence(rule.summary);
  const markdown = unwrapMarkdown(rule.help).trim();
  return {
    id: rule.name,
    shortDescription: { text: shortened(summary) },
    fullDescription: { text: shortened(sentence(firstParagraph(markdown) ?? summary)) },
    help: markdown === "" ? { text: summary } : { text: markdown, markdown },
    ...(rule.url === "" ? {} : { helpUri: rule.url }),
    defaultConfiguration: { level: sarifLevel(rule.severity) },
    properties: {
      tags: tags(rule),
      precision: rule.precision,
      "problem.severity": problemSeverity[rule.severity],
    },
  };
}

/** The tags by which code scanning lets people filter; what is not about a leak makes leaks visible. */
function tags({ category, cwe }: RuleDescription): string[] {
  const subject = category === "observability" ? [] : ["memory-leak"];
  return [...new Set(["reliability", ...subject, category, ...cwe.map(cweTag)])].slice(0, MOST_TAGS);
}

/** Code scanning's tag of a weakness, from `CWE-772` or `772`. */
function cweTag(cwe: string): string {
  return `external/cwe/cwe-${cwe.replace(/\D/g, "").padStart(3, "0")}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}
