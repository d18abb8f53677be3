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
  readonly resources?: readonly ConfigResource[];
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

/**
 * Something of the project's own that has to be released. Functions and methods are named in full, with the path of their
 * package: `example.com/db.Open`, `example.com/db.(*Pool).Get`.
 */
export interface ConfigResource {
  /** What messages call it: "lease". */
  readonly name: string;
  /**
   * What acquires it: result 0 of a call, or what follows a `#`: `#1` for another result, `#receiver`, `#argument 0`.
   */
  readonly acquire: string | readonly string[];
  /**
   * What releases it: a method of the value (`Close`) or of a field of it (`Body.Close`), a function or method, named in
   * full, that is given it first, or `()` where the value is a function and calling it releases.
   */
  readonly release: string | readonly string[];
  /** Functions and methods that take over what they are given. */
  readonly takes?: string | readonly string[];
  /** Functions and methods that use what they are given and leave it to the caller. */
  readonly borrows?: string | readonly string[];
}
