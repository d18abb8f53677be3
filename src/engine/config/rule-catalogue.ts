import type { Rule } from "../../rule/index.js";

/** All rules that a configuration can speak of, and every word that it can call them by. */
export class RuleCatalogue {
  readonly rules: readonly Rule[];
  /** Names of groups of rules. */
  readonly groups: readonly string[];
  readonly #byWord = new Map<string, readonly Rule[]>();

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    for (const rule of rules) {
      for (const group of groupsOf(rule)) this.#byWord.set(group, [...(this.find(group) ?? []), rule]);
    }
    this.groups = [...this.#byWord.keys()];
    for (const rule of rules) {
      for (const word of wordsFor(rule)) this.#byWord.set(word, [rule]);
    }
  }

  /** Names, aliases and groups. */
  get words(): Iterable<string> {
    return this.#byWord.keys();
  }

  isGroup(word: string): boolean {
    return this.groups.includes(word);
  }

  /** The rules that a name, an alias or a group stands for; undefined for an unknown word. */
  find(word: string): readonly Rule[] | undefined {
    return this.#byWord.get(word);
  }
}

/** Everything that a rule alone is called: its name first, then its aliases. */
export function wordsFor(rule: Rule): readonly string[] {
  return [rule.meta.name, ...(rule.meta.aliases ?? [])];
}

/** The groups that a rule is in. */
export function groupsOf(rule: Rule): readonly string[] {
  return rule.meta.groups ?? [];
}
