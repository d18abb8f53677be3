import type { Rule } from "../../rule/index.js";
import { RuleCatalogue } from "../config/index.js";
import type { NameMatcher } from "./suppress.js";

/** What the engine needs to know of the rules to judge directives. */
export interface DirectiveRules {
  readonly matches: NameMatcher;
  /** Whether a name is that of a rule, an alias or a group. */
  readonly isKnown: (name: string) => boolean;
  /** The rule of a name. */
  readonly rule: (name: string) => Rule | undefined;
  /** Whether all rules that the configuration enables are run: only then can a directive be called unused. */
  readonly complete: boolean;
}

/** Directives may call rules by everything that the configuration may: names, aliases and groups. */
export function directiveRules(rules: readonly Rule[], complete: boolean): DirectiveRules {
  const catalogue = new RuleCatalogue(rules);
  return {
    matches: (written, name) => catalogue.find(written)?.some((rule) => rule.meta.name === name) ?? false,
    rule: (name) => catalogue.find(name)?.[0],
    isKnown: (name) => catalogue.find(name) !== undefined,
    complete,
  };
}
