import { defineRule } from "../../../src/rule/index.js";
import type { OptionSchemas, Rule, RulePreset } from "../../../src/rule/index.js";

interface RuleSketch {
  readonly preset?: RulePreset;
  readonly severity?: "info" | "warning" | "error";
  readonly aliases?: readonly string[];
  readonly groups?: readonly string[];
  readonly options?: OptionSchemas;
}

function sketch(
  name: string,
  { preset = "recommended", severity = "error", ...rest }: RuleSketch = {},
): Rule {
  return defineRule({
    meta: {
      name,
      summary: `Finds ${name}`,
      category: "resource",
      preset,
      severity,
      precision: "high",
      cwe: ["CWE-772"],
      since: "1.0.0",
      status: "stable",
      messages: { leaked: "it leaks" },
      fix: "none",
      ...rest,
    },
    create: () => ({}),
  });
}

/** A small registry with every kind of rule that a configuration can meet. */
export const testRules: readonly Rule[] = [
  sketch("endless-goroutine", { aliases: ["goroutine-without-ctx"] }),
  sketch("growing-global", {
    severity: "warning",
    options: {
      limit: { type: "integer", default: 100, minimum: 1, description: "Entries that are many." },
      names: { type: "array", items: { type: "string" }, default: [], description: "Names of caches." },
      mode: { type: "string", default: "exact", enum: ["exact", "loose"], description: "How to look." },
    },
  }),
  sketch("missing-pprof", { preset: "observability", severity: "info" }),
  sketch("stranded-lock", { preset: "strict" }),
  sketch("unclosed-file", { groups: ["missing-defer-close"] }),
  sketch("unclosed-sql", { groups: ["missing-defer-close"] }),
];
