import { parseGoVersion } from "../../project/index.js";
import type { GoVersion } from "../../project/index.js";
import { didYouMean } from "./closest.js";
import { ConfigError } from "./config-error.js";
import type { Setting } from "./config-source.js";
import { parseFileSize } from "./file-size.js";
import { isLevel, levels } from "./level.js";
import type { Level } from "./level.js";
import { isPresetName, presetNames } from "./preset.js";
import type { PresetName } from "./preset.js";
import type { RuleCatalogue } from "./rule-catalogue.js";

/** Options of the command line that go before the configuration, as given. Rules go by name, alias or group. */
export interface ConfigFlags {
  /** `--config`: the one config file to use; false (`--no-config`) for none. Absolute path, with `/`. */
  readonly config?: string | false;
  /** `--preset`: takes the place of all presets of the configuration. */
  readonly preset?: string;
  /** `--rule`: `name=level`; later ones win. */
  readonly rule?: readonly string[];
  /** `--only`: names, or several with commas between. */
  readonly only?: readonly string[];
  /** `--skip`: as `--only`. */
  readonly skip?: readonly string[];
  readonly tests?: boolean;
  /** "1.22" */
  readonly go?: string;
  /** Build tags, or several with commas between. */
  readonly tags?: readonly string[];
  /** Bytes, or "4MB". */
  readonly maxFileSize?: string;
}

/** Options of the command line, understood. */
export interface ParsedFlags {
  readonly preset: PresetName | undefined;
  /** Levels by name of the rule. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Names of rules; undefined without `--only`. */
  readonly only: ReadonlySet<string> | undefined;
  readonly skip: ReadonlySet<string>;
  readonly tests: Setting<boolean> | undefined;
  readonly go: Setting<GoVersion> | undefined;
  readonly tags: Setting<readonly string[]> | undefined;
  /** In bytes. */
  readonly maxFileSize: Setting<number> | undefined;
}

/** Understands the options of the command line. Throws {@link ConfigError} with all that is wrong in them. */
export function parseConfigFlags(flags: ConfigFlags, catalogue: RuleCatalogue): ParsedFlags {
  const problems: { message: string }[] = [];
  const result: ParsedFlags = {
    preset: presetOf(flags.preset),
    levels: new Map((flags.rule ?? []).flatMap((text) => levelsOf(text))),
    only: flags.only && ruleNames("--only", flags.only),
    skip: (flags.skip && ruleNames("--skip", flags.skip)) ?? new Set(),
    tests: setting("--tests", flags.tests),
    go: setting("--go", read("--go", flags.go, parseGoVersion, "1.22")),
    tags: setting("--tags", flags.tags && splitList(flags.tags)),
    maxFileSize: setting("--max-file-size", read("--max-file-size", flags.maxFileSize, parseBytes, "4MB")),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return result;

  function complain(message: string): undefined {
    problems.push({ message });
  }

  function presetOf(text: string | undefined): PresetName | undefined {
    if (text === undefined || isPresetName(text)) return text;
    const hint = didYouMean(text, presetNames);
    return complain(`--preset must be one of ${presetNames.join(", ")}, not "${text}"${hint}`);
  }

  function levelsOf(text: string): readonly (readonly [string, Level])[] {
    const [, word = text, level] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    const rules = rulesCalled("--rule", word);
    if (level !== undefined && isLevel(level)) return rules.map((rule) => [rule, level]);
    const hint = level === undefined ? "" : didYouMean(level, levels);
    complain(`--rule ${text} must be name=level, with a level of ${levels.join(", ")}${hint}`);
    return [];
  }

  function ruleNames(option: string, lists: readonly string[]): ReadonlySet<string> {
    const words = splitList(lists);
    if (words.length === 0) complain(`${option} names no rule`);
    return new Set(words.flatMap((word) => rulesCalled(option, word)));
  }

  function rulesCalled(option: string, word: string): readonly string[] {
    const rules = catalogue.find(word);
    if (rules) return rules.map(({ meta }) => meta.name);
    complain(`${option} names an unknown rule "${word}"${didYouMean(word, catalogue.words)}`);
    return [];
  }

  function read<T>(
    option: string,
    text: string | undefined,
    parse: (text: string) => T | undefined,
    example: string,
  ): T | undefined {
    if (text === undefined) return undefined;
    return parse(text) ?? complain(`${option} must look like ${example}, not "${text}"`);
  }
}

function setting<T>(option: string, value: T | undefined): Setting<T> | undefined {
  return value === undefined ? undefined : { value, source: { kind: "option", option } };
}

function splitList(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(",")).flatMap((word) => word.trim() || []);
}

function parseBytes(text: string): number | undefined {
  return parseFileSize(/^[0-9]+$/.test(text) ? `${text}B` : text);
}
