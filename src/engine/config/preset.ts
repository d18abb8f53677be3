import type { Rule } from "../../rule/index.js";

/** Name of a set of rules. */
export type PresetName = "recommended" | "strict" | "all" | "observability";

export const presetNames: readonly PresetName[] = ["recommended", "strict", "all", "observability"];

export function isPresetName(text: string): text is PresetName {
  return (presetNames as readonly string[]).includes(text);
}

/** Whether a preset turns a rule on. `strict` has all of `recommended`; `all` has everything. */
export function isInPreset(rule: Rule, preset: PresetName): boolean {
  const { preset: home } = rule.meta;
  return preset === "all" || preset === home || (preset === "strict" && home === "recommended");
}
