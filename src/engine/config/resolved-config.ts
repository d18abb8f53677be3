import { defaultMaxFileSize } from "../../project/index.js";
import type { GoVersion } from "../../project/index.js";
import { defaultOptions } from "../../rule/index.js";
import type { ResourceFacts, Rule } from "../../rule/index.js";
import type { EnabledRule } from "../enabled-rule.js";
import type { ConfigResource } from "./config.js";
import type { ParsedFlags } from "./config-flags.js";
import type { ConfigLayer, ConfigOverride, RuleEntry } from "./config-layer.js";
import type { ConfigSource, Setting } from "./config-source.js";
import type { Level } from "./level.js";
import type { LoadedConfig } from "./load-config.js";
import { isInPreset } from "./preset.js";
import type { PresetName } from "./preset.js";
import { toResourceFacts } from "./resource-facts.js";

/** How one rule runs, or that it does not. */
export interface RuleSetting {
  readonly level: Level;
  /** Complete: defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the level comes from. */
  readonly source: ConfigSource;
}

/** All settings for one file. Plain JSON. */
export interface FileSettings {
  /** Every rule there is, by name; those that are off too. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Whether `_test.go` files are reported on. */
  readonly tests: Setting<boolean>;
  /** Undefined: go.mod decides. */
  readonly go: Setting<GoVersion | undefined>;
  /** Build tags that are set. */
  readonly tags: Setting<readonly string[]>;
  /** In bytes. */
  readonly maxFileSize: Setting<number>;
  /** Resources of the project's own, each with its place. */
  readonly resources: readonly Setting<ConfigResource>[];
}

/** The configuration of the files that share a nearest config file, or that have none. */
export class ResolvedConfig {
  /** Config files in effect, the nearest first; absolute paths. */
  readonly files: readonly string[];
  /** Configs and plugins in JavaScript that were not run. */
  readonly skipped: readonly string[];
  /** Every rule there is, named as settings and findings name it: `plugin/rule` for a plugin's. */
  readonly rules: readonly Rule[];
  /** What rules need to know of the project's own resources. */
  readonly resources: readonly ResourceFacts[];
  readonly #resources: readonly Setting<ConfigResource>[];
  readonly #layers: readonly ConfigLayer[];
  readonly #presets: readonly PresetName[];
  readonly #flags: ParsedFlags;
  readonly #overrides: readonly ConfigOverride[];
  /** By the overrides that match: files that share them share their settings. */
  readonly #settings = new Map<string, FileSettings>();
  readonly #enabled = new Map<FileSettings, readonly EnabledRule[]>();

  constructor({ files, layers, presets, skipped, catalogue }: LoadedConfig, flags: ParsedFlags) {
    this.files = files;
    this.skipped = skipped;
    this.rules = catalogue.rules;
    this.#layers = layers;
    this.#flags = flags;
    const chosen = flags.preset ? [flags.preset] : presets;
    this.#presets = chosen.length > 0 ? chosen : ["recommended"];
    this.#overrides = layers.flatMap((layer) => layer.overrides);
    this.#resources = lastOfEachName(layers.flatMap((layer) => layer.resources));
    this.resources = this.#resources.map(({ value }) => toResourceFacts(value));
  }

  /** The settings for a file, given by its absolute path. */
  settingsFor(file: string): FileSettings {
    const matching = new Set(this.#overrides.filter((override) => override.matches(file)));
    const key = this.#overrides.map((override) => (matching.has(override) ? "1" : "0")).join("");
    const known = this.#settings.get(key);
    if (known) return known;
    const settings = this.#settingsWith(matching);
    this.#settings.set(key, settings);
    return settings;
  }

  /** The rules that run on a file, given by its absolute path. */
  enabledRules(file: string): readonly EnabledRule[] {
    const settings = this.settingsFor(file);
    const known = this.#enabled.get(settings);
    if (known) return known;
    const minor = this.#presets.some((preset) => preset === "strict" || preset === "all");
    const enabled = this.rules.flatMap((rule): readonly EnabledRule[] => {
      const { name } = rule.meta;
      const { level = "off", options = {} } = settings.rules[name] ?? {};
      return level === "off" ? [] : [{ rule, name, severity: level, minor, options }];
    });
    this.#enabled.set(settings, enabled);
    return enabled;
  }

  /** Whether `ignores` leaves out an absolute path, or a folder above it. */
  isIgnored(path: string, kind: "file" | "directory" = "file"): boolean {
    return this.#layers.reduce((ignored, layer) => layer.ignores(path, kind) ?? ignored, false);
  }

  #settingsWith(matching: ReadonlySet<ConfigOverride>): FileSettings {
    const { tests, go, tags, maxFileSize } = this.#flags;
    const layers = this.#layers;
    const testsOfLayer = (layer: ConfigLayer) =>
      [layer, ...layer.overrides.filter((override) => matching.has(override))].map((part) => part.tests);
    return {
      rules: this.#ruleSettings(matching),
      tests: last([...layers.flatMap(testsOfLayer), tests], false),
      go: last<GoVersion | undefined>([...layers.map((layer) => layer.go), go], undefined),
      tags: last([...layers.map((layer) => layer.tags), tags], []),
      maxFileSize: last([...layers.map((layer) => layer.maxFileSize), maxFileSize], defaultMaxFileSize),
      resources: this.#resources,
    };
  }

  /** Presets, then each layer, its overrides after its rules, then the command line. */
  #ruleSettings(matching: ReadonlySet<ConfigOverride>): Readonly<Record<string, RuleSetting>> {
    const settings = new Map(this.rules.map((rule) => [rule.meta.name, this.#presetSetting(rule)]));
    const { only } = this.#flags;
    for (const layer of this.#layers) {
      // Whoever names a rule wants to see it; what is off for some files alone stays off for them.
      const rules = layer.rules.filter(({ rule, level }) => level !== "off" || !only?.has(rule));
      const overrides = layer.overrides.filter((override) => matching.has(override));
      applyEntries(settings, [...rules, ...overrides.flatMap((override) => override.rules)]);
    }
    return Object.fromEntries([...settings].map(([name, setting]) => [name, this.#withFlags(name, setting)]));
  }

  #presetSetting(rule: Rule): RuleSetting {
    const { name, severity, options: schemas = {} } = rule.meta;
    const options = defaultOptions(schemas);
    const preset = this.#presets.find((candidate) => isInPreset(rule, candidate));
    if (preset) return { level: severity, options, source: { kind: "preset", preset } };
    if (this.#flags.only?.has(name)) return { level: severity, options, source: fromOption("--only") };
    return { level: "off", options, source: { kind: "default" } };
  }

  #withFlags(name: string, setting: RuleSetting): RuleSetting {
    const { levels, only, skip } = this.#flags;
    if (skip.has(name)) return { ...setting, level: "off", source: fromOption("--skip") };
    if (only && !only.has(name)) return { ...setting, level: "off", source: fromOption("--only") };
    const level = levels.get(name);
    return level === undefined ? setting : { ...setting, level, source: fromOption("--rule") };
  }
}

/** A config may declare anew what one that it extends declares. */
function lastOfEachName(resources: readonly Setting<ConfigResource>[]): readonly Setting<ConfigResource>[] {
  return [...new Map(resources.map((resource) => [resource.value.name, resource])).values()];
}

function last<T>(settings: readonly (Setting<T> | undefined)[], otherwise: T): Setting<T> {
  return (
    settings.findLast((setting) => setting !== undefined) ?? { value: otherwise, source: { kind: "default" } }
  );
}

/** An entry that sets only the level leaves the options as they were, and one option leaves the others. */
function applyEntries(settings: Map<string, RuleSetting>, entries: readonly RuleEntry[]): void {
  for (const { rule, level, options, source } of entries) {
    const before = settings.get(rule);
    if (before) settings.set(rule, { level, options: { ...before.options, ...options }, source });
  }
}

function fromOption(option: string): ConfigSource {
  return { kind: "option", option };
}
