import { pathToFileURL } from "node:url";
import type { Rule } from "../../rule/index.js";
import { checkPlugin } from "./check-plugin.js";
import { defaultExport } from "./default-export.js";
import type { Plugin } from "./plugin.js";
import { describeThrown } from "./thrown.js";

/** A plugin that has been loaded and found sound. */
export interface LoadedPlugin {
  readonly name: string;
  /** Absolute path of its module. */
  readonly file: string;
  /** Named `plugin/rule`, as are their aliases and groups. */
  readonly rules: readonly Rule[];
}

/** A plugin, or what is wrong with it, one sentence each. */
export type PluginResult = { readonly plugin: LoadedPlugin } | { readonly faults: readonly string[] };

/** Loads the plugin that a module exports. */
export async function loadPlugin(file: string): Promise<PluginResult> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    return { faults: [`fails while loading: ${describeThrown(error)}`] };
  }
  const value = defaultExport(module);
  if (value === undefined)
    return { faults: ["has no default export: write `export default { name, rules }`"] };
  const faults = checkPlugin(value);
  if (faults.length > 0) return { faults };
  const { name, rules } = value as Plugin;
  const prefixed = Object.values<Rule>(rules).map((rule) => withPrefix(rule, `${name}/`));
  return { plugin: { name, file, rules: prefixed } };
}

function withPrefix(rule: Rule, prefix: string): Rule {
  const { meta } = rule;
  const withPrefixes = (words: readonly string[] = []) => words.map((word) => prefix + word);
  const { name, aliases, groups } = meta;
  return {
    meta: { ...meta, name: prefix + name, aliases: withPrefixes(aliases), groups: withPrefixes(groups) },
    create: (context) => rule.create(context),
  };
}
