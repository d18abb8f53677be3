import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleDescription } from "../diagnostic/index.js";
import type { Rule } from "../rule/index.js";
import { packageInfo } from "./package-info.js";

/** The documentation of one of leakcheck's own rules in Markdown; undefined for a plugin's rule. */
export function ruleDocs(name: string): string | undefined {
  try {
    return readFileSync(join(packageInfo().root, "rules", name, "rule.md"), "utf8");
  } catch {
    return undefined;
  }
}

/** Where a rule's documentation can be read. */
export function ruleUrl(name: string): string {
  const { homepage, version } = packageInfo();
  return name.includes("/") ? homepage : `${homepage}/blob/v${version}/rules/${name}/rule.md`;
}

/** Describes a rule for formatters. `name` is the one that findings carry. */
export function describeRule({ meta }: Rule, name: string): RuleDescription {
  return {
    name,
    aliases: meta.aliases ?? [],
    summary: meta.summary,
    // Few formats show it, so the file is read only when it is asked for.
    get help() {
      return ruleDocs(name) ?? "";
    },
    url: ruleUrl(name),
    category: meta.category,
    severity: meta.severity,
    precision: meta.precision,
    cwe: meta.cwe,
  };
}
