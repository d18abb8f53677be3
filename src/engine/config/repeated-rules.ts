import type { KeyPath } from "./config-document.js";
import type { SchemaFault } from "./check-schema.js";
import type { RuleCatalogue } from "./rule-catalogue.js";

/** Rules that one part of a config, which need not be valid, sets under two of their names. */
export function findRepeatedRules(config: unknown, catalogue: RuleCatalogue): readonly SchemaFault[] {
  const overrides = Object.keys(valueOf(config, "overrides") ?? {}).map((index) => ["overrides", index]);
  return [[], ...overrides].flatMap((path) => {
    const rules = [...path, "rules"].reduce<object | undefined>(valueOf, asObject(config));
    return repeatedIn(Object.keys(rules ?? {}), catalogue, [...path, "rules"]);
  });
}

function repeatedIn(
  words: readonly string[],
  catalogue: RuleCatalogue,
  path: KeyPath,
): readonly SchemaFault[] {
  const seen = new Map<string, string>();
  return words
    .filter((word) => !catalogue.isGroup(word))
    .flatMap((word) => {
      const name = catalogue.find(word)?.[0]?.meta.name;
      if (name === undefined) return [];
      const other = seen.get(name);
      seen.set(name, word);
      if (other === undefined) return [];
      const message = `"${word}" is the same rule as "${other}", which is set above`;
      return [{ path: [...path, word], part: "key" as const, message }];
    });
}

function valueOf(value: unknown, key: string): object | undefined {
  return asObject((asObject(value) as Record<string, unknown> | undefined)?.[key]);
}

function asObject(value: unknown): object | undefined {
  return typeof value === "object" && value !== null ? value : undefined;
}
