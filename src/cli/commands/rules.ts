import { rules } from "../../../rules/index.js";
import { ruleUrl } from "../../engine/rule-docs.js";
import type { RuleMeta } from "../../rule/index.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";

/** `leakcheck rules [--json]`: all rules of leakcheck itself. */
export async function rulesCommand(json: boolean): Promise<number> {
  const metas = rules.map((rule) => rule.meta);
  await writeOutput(json ? `${JSON.stringify(metas.map(describe), null, 2)}\n` : table(metas));
  return ExitCode.clean;
}

/** A rule as `rules --json` shows it. */
function describe(meta: RuleMeta): object {
  const { name, aliases = [], summary, category, preset, severity, precision, cwe, since, status } = meta;
  const { go, options, fix } = meta;
  const url = ruleUrl(name);
  return {
    name,
    aliases,
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
  const all = [["RULE", "PRESET", "SEVERITY", "FINDS"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] as string).length)));
  const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return `${lines.join("\n")}\n`;
}
