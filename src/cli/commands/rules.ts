import { rules } from "../../../rules/index.js";
import { RuleCatalogue } from "../../engine/config/index.js";
import { ruleUrl } from "../../engine/rule-docs.js";
import { columns } from "../../report/columns.js";
import type { RuleMeta } from "../../rule/index.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";

/** `leakcheck rules [--json]`: all rules of leakcheck itself, and their groups. */
export async function rulesCommand(json: boolean): Promise<number> {
  const metas = rules.map((rule) => rule.meta);
  const text = json ? `${JSON.stringify(metas.map(describe), null, 2)}\n` : `${table(metas)}${groupLines()}`;
  await writeOutput(text);
  return ExitCode.clean;
}

/** A rule as `rules --json` shows it. */
function describe(meta: RuleMeta): object {
  const { name, aliases = [], groups = [], replaces = [], summary, category, preset, severity } = meta;
  const { precision, cwe, since, status, go, options, fix } = meta;
  const url = ruleUrl(name);
  return {
    name,
    aliases,
    groups,
    replaces,
    summary,
    category,
    preset,
    severity,
    precision,
    cwe,
    since,
    status,
    go,
    options,
    fix,
    url,
  };
}

function table(metas: readonly RuleMeta[]): string {
  const rows = metas.map(({ name, preset, severity, summary, aliases = [] }) => [
    name,
    preset,
    severity,
    aliases.length === 0 ? summary : `${summary} (alias ${aliases.join(", ")})`,
  ]);
  return columns([["RULE", "PRESET", "SEVERITY", "FINDS"], ...rows]);
}

/** Each group of rules, on a line of its own under the table. */
function groupLines(): string {
  const catalogue = new RuleCatalogue(rules);
  const lines = catalogue.groups.map((group) => {
    const members = (catalogue.find(group) ?? []).map(({ meta }) => meta.name);
    return `\n${group} stands for ${members.join(", ")}\n`;
  });
  return lines.join("");
}
