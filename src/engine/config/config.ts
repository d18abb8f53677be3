import type { Level } from "./level.js";

/** What a config file says, once it has been found valid: the type of the object that a JavaScript config exports. */
export interface Config {
  /** Location of the JSON schema, for editors. */
  readonly $schema?: string;
  /** Presets, config files (`./base.yaml`) and packages that export a config; later ones win. */
  readonly extends?: string | readonly string[];
  /** By name, alias, group or `plugin/rule`. */
  readonly rules?: ConfigRules;
  readonly overrides?: readonly ConfigOverrideValue[];
  /** Patterns as in .gitignore. */
  readonly ignores?: string | readonly string[];
  /** Packages and files (`./rules/acme.js`) that export a plugin. */
  readonly plugins?: string | readonly string[];
  /** Go version the code is built with, "1.22"; counts more than go.mod's. */
  readonly go?: string;
  readonly build?: { readonly tags?: string | readonly string[] };
  /** Whether `_test.go` files are reported on. */
  readonly tests?: boolean;
  /** In bytes, or with a unit: "4MB". */
  readonly maxFileSize?: number | string;
}

/** Rules by the words they are called by. */
export type ConfigRules = Readonly<Record<string, ConfigRule>>;

/** A level, or a level and options. */
export type ConfigRule = Level | readonly [Level, Readonly<Record<string, unknown>>?];

/** Settings for some files. */
export interface ConfigOverrideValue {
  /** Globs. */
  readonly files: string | readonly string[];
  readonly rules?: ConfigRules;
  readonly tests?: boolean;
}
