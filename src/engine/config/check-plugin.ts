import type { OptionSchemas, Rule } from "../../rule/index.js";
import { checkSchema, showFault } from "./check-schema.js";
import { showKeyPath } from "./config-document.js";
import type { KeyPath } from "./config-document.js";
import type { Plugin } from "./plugin.js";
import { pluginSchema } from "./plugin-schema.js";
import { groupsOf, wordsFor } from "./rule-catalogue.js";

/** Everything that keeps what a module exports from being a plugin; nothing for a plugin. */
export function checkPlugin(value: unknown): readonly string[] {
  const faults = checkSchema(pluginSchema, value).map((fault) => showFault(fault, "the default export"));
  return faults.length > 0 ? faults : checkRules((value as Plugin).rules);
}

function checkRules(rules: Plugin["rules"]): readonly string[] {
  const faults: string[] = [];
  const places = new Map<string, string>();
  for (const [key, rule] of Object.entries(rules) as [string, Rule][]) {
    const place = showKeyPath(["rules", key]);
    if (typeof rule.create !== "function") faults.push(`${place}.create must be a function`);
    if (!Array.isArray(rules) && key !== rule.meta.name) {
      faults.push(`${place}.meta.name is "${rule.meta.name}": it must be the key that the rule stands under`);
    }
    for (const word of wordsFor(rule)) {
      const other = places.get(word);
      if (other !== undefined) faults.push(`${place} is called "${word}", as is ${other}`);
      places.set(word, place);
    }
    faults.push(...checkDefaults(rule.meta.options ?? {}, ["rules", key, "meta", "options"]));
  }
  return [...faults, ...checkGroups(rules, places)];
}

/** Groups that are called as a rule is; `places` has the rules by everything that they are called. */
function checkGroups(rules: Plugin["rules"], places: ReadonlyMap<string, string>): readonly string[] {
  return (Object.entries(rules) as [string, Rule][]).flatMap(([key, rule]) =>
    groupsOf(rule).flatMap((group, index) => {
      const other = places.get(group);
      const place = showKeyPath(["rules", key, "meta", "groups", `${index}`]);
      return other === undefined ? [] : [`${place} is "${group}", which is what ${other} is called`];
    }),
  );
}

function checkDefaults(options: OptionSchemas, place: KeyPath): readonly string[] {
  return Object.entries(options).flatMap(([name, option]) =>
    checkSchema({ ...option }, option.default).map((fault) =>
      showFault({ ...fault, path: [...place, name, "default", ...fault.path] }, ""),
    ),
  );
}
