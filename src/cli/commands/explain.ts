import { rules } from "../../../rules/index.js";
import { didYouMean } from "../../engine/config/closest.js";
import { RuleCatalogue } from "../../engine/config/index.js";
import { ruleDocs } from "../../engine/rule-docs.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";
import { UsageError } from "../usage-error.js";

/** `leakcheck explain RULE`: the rule's documentation. A group's name shows that of all its rules. */
export async function explainCommand(word: string): Promise<number> {
  const catalogue = new RuleCatalogue(rules);
  const found = catalogue.find(word);
  if (!found) {
    const hint = didYouMean(word, catalogue.words);
    throw new UsageError(`There is no rule "${word}"${hint || "; leakcheck rules lists them all"}`);
  }
  const pages = found.map(({ meta }) => ruleDocs(meta.name) ?? `# ${meta.name}\n\n${meta.summary}.\n`);
  await writeOutput(pages.join("\n"));
  return ExitCode.clean;
}
