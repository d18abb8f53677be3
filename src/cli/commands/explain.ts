import { existsSync } from "node:fs";
import { rules } from "../../../rules/index.js";
import { didYouMean } from "../../engine/config/closest.js";
import { RuleCatalogue } from "../../engine/config/index.js";
import { describeRule, ruleDocs } from "../../engine/rule-docs.js";
import { jsonText } from "../../report/json-text.js";
import { renderMarkdown } from "../../report/terminal-markdown.js";
import { parseCodePlace } from "../code-place.js";
import { useColor } from "../color.js";
import { ExitCode } from "../exit-code.js";
import { explainOptions } from "../explain-options.js";
import type { ExplainArguments } from "../explain-options.js";
import { checkOptionValues } from "../option-values.js";
import { writeOutput } from "../output.js";
import { UsageError } from "../usage-error.js";
import { explainPlace } from "./explain-place.js";

/** `leakcheck explain RULE` and `leakcheck explain FILE:LINE[:COLUMN]`. */
export async function explainCommand(args: ExplainArguments): Promise<number> {
  checkOptionValues(args, explainOptions);
  const place = parseCodePlace(args.subject);
  await writeOutput(place ? await explainPlace(place, args) : rulePages(args));
  return ExitCode.clean;
}

/** The documentation of a rule; a group's name shows that of all its rules. */
function rulePages({ subject: word, format, color }: ExplainArguments): string {
  const catalogue = new RuleCatalogue(rules);
  const found = catalogue.find(word);
  if (!found) throw new UsageError(unknownRule(word, catalogue));
  if (format === "json") return jsonText(found.map((rule) => describeRule(rule, rule.meta.name)));
  const pages = found.map(({ meta }) => ruleDocs(meta.name) ?? `# ${meta.name}\n\n${meta.summary}.\n`);
  const page = pages.join("\n");
  // What is not shown on a terminal goes to something that may well read Markdown.
  if (process.stdout.isTTY !== true && color !== true) return page;
  return renderMarkdown(page, { width: process.stdout.columns || usualWidth, color: useColor(color) });
}

/** Columns of a terminal that does not say how many it has. */
const usualWidth = 80;

function unknownRule(word: string, { words }: RuleCatalogue): string {
  if (word.endsWith(".go") || existsSync(word)) return `Which line? Write leakcheck explain ${word}:LINE`;
  return `There is no rule "${word}"${didYouMean(word, words) || "; leakcheck rules lists them all"}`;
}
