import { rules } from "../../../rules/index.js";
import { closest } from "../../engine/config/index.js";
import { RuleCatalogue } from "../../engine/config/index.js";
import { ruleDocs } from "../../engine/rule-docs.js";
import { ExitCode } from "../exit-code.js";
import { UsageError } from "../usage-error.js";

/** `leakcheck explain RULE`: the rule's documentation. A group's name shows that of all its rules. */
export function explainCommand(word: string): number {
  const catalogue = new RuleCatalogue(rules);
  const found = catalogue.find(word);
  if (!found) {
    const suggestion = closest(word, [...catalogue.words]);
    const hint = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
    throw new UsageError(`There is no rule "${word}".${hint} leakcheck rules lists them all.`);
  }
  const pages = found.map(({ meta }) => ruleDocs(meta.name) ?? `# ${meta.name}\n\n${meta.summary}.\n`);
  process.stdout.write(pages.join("\n"));
  return ExitCode.clean;
}
