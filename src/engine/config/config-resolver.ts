import type { Rule } from "../../rule/index.js";
import { ConfigFinder } from "./config-finder.js";
import { parseConfigFlags } from "./config-flags.js";
import type { ConfigFlags } from "./config-flags.js";
import type { LoadedConfig, ScriptPolicy } from "./load-config.js";
import { ResolvedConfig } from "./resolved-config.js";
import { RuleCatalogue } from "./rule-catalogue.js";

/** Finds the configuration for each directory of a run, reading each config file once. */
export class ConfigResolver {
  readonly #rules: readonly Rule[];
  readonly #flags: ConfigFlags;
  readonly #scripts: ScriptPolicy;
  readonly #finder = new ConfigFinder();
  /** By config file. */
  readonly #configs = new Map<string | undefined, Promise<ResolvedConfig>>();

  /**
   * Takes the rules that are built in, what the command line says of the configuration, and whether configs and plugins
   * in JavaScript may run.
   */
  constructor(rules: readonly Rule[], flags: ConfigFlags = {}, scripts: ScriptPolicy = "run") {
    this.#rules = rules;
    this.#flags = flags;
    this.#scripts = scripts;
  }

  /**
   * The configuration for the files of a directory, given by its absolute path with `/`. Rejects with
   * `ConfigError` when its config, or the command line, is wrong.
   */
  async resolve(directory: string): Promise<ResolvedConfig> {
    const { config: named } = this.#flags;
    const file = named === undefined ? this.#finder.find(directory) : named || undefined;
    const config = this.#configs.get(file) ?? this.#load(file);
    this.#configs.set(file, config);
    return config;
  }

  async #load(file: string | undefined): Promise<ResolvedConfig> {
    const loaded = file === undefined ? noConfig(this.#rules) : await this.#read(file);
    return new ResolvedConfig(loaded, parseConfigFlags(this.#flags, loaded.catalogue));
  }

  async #read(file: string): Promise<LoadedConfig> {
    // What reads configs is large, and most runs meet none.
    const { loadConfig } = await import("./load-config.js");
    return loadConfig(file, this.#rules, this.#scripts);
  }
}

function noConfig(rules: readonly Rule[]): LoadedConfig {
  return {
    files: [],
    layers: [],
    presets: [],
    plugins: [],
    skipped: [],
    catalogue: new RuleCatalogue(rules),
  };
}
