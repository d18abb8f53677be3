import ignore from "ignore";
import picomatch from "picomatch";
import { parseGoVersion, pathBelow } from "../../project/index.js";
import type { GoVersion } from "../../project/index.js";
import type { Config, ConfigOverrideValue, ConfigResource, ConfigRules } from "./config.js";
import type { ConfigDocument, KeyPath } from "./config-document.js";
import type { ConfigSource, Setting } from "./config-source.js";
import { parseFileSize } from "./file-size.js";
import type { Level } from "./level.js";
import { listOf } from "./list-of.js";
import type { RuleCatalogue } from "./rule-catalogue.js";

/** What one place in the configuration says of one rule. */
export interface RuleEntry {
  /** The rule's own name. */
  readonly rule: string;
  readonly level: Level;
  /** Undefined where only the level is set. */
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly source: ConfigSource;
}

/** Settings for the files that it matches. */
export interface ConfigOverride {
  /** Takes an absolute path. */
  readonly matches: (file: string) => boolean;
  readonly rules: readonly RuleEntry[];
  readonly tests: Setting<boolean> | undefined;
}

/** What one valid config file says, ready for use. */
export interface ConfigLayer {
  /** To be applied in this order. */
  readonly rules: readonly RuleEntry[];
  readonly overrides: readonly ConfigOverride[];
  readonly resources: readonly Setting<ConfigResource>[];
  /** Whether an absolute path is ignored, or brought back; undefined when the file says nothing of it. */
  readonly ignores: (path: string, kind: "file" | "directory") => boolean | undefined;
  readonly tests: Setting<boolean> | undefined;
  readonly go: Setting<GoVersion | undefined> | undefined;
  readonly tags: Setting<readonly string[]> | undefined;
  /** In bytes. */
  readonly maxFileSize: Setting<number> | undefined;
}

/** Makes a layer of a valid config whose patterns are relative to the directory `root`. */
export function toConfigLayer(
  config: Config,
  document: ConfigDocument,
  catalogue: RuleCatalogue,
  root: string,
): ConfigLayer {
  const { build, go, ignores, maxFileSize, overrides = [], resources = [], rules, tests } = config;

  return {
    rules: toEntries(rules, ["rules"]),
    overrides: overrides.map((override, index) => toOverride(override, ["overrides", `${index}`])),
    resources: resources.map((value, index) => ({ value, source: sourceAt(["resources", `${index}`]) })),
    ignores: ignoresBelow(root, listOf(ignores)),
    tests: setting(tests, ["tests"]),
    go: go === undefined ? undefined : setting(parseGoVersion(go), ["go"]),
    tags: build?.tags === undefined ? undefined : setting(listOf(build.tags), ["build", "tags"]),
    maxFileSize: setting(bytesOf(maxFileSize), ["maxFileSize"]),
  };

  function toOverride(override: ConfigOverrideValue, path: KeyPath): ConfigOverride {
    return {
      matches: matchesBelow(root, listOf(override.files)),
      rules: toEntries(override.rules, [...path, "rules"]),
      tests: setting(override.tests, [...path, "tests"]),
    };
  }

  /** Groups come first, so that a rule's own entry beats that of its group wherever the two stand. */
  function toEntries(values: ConfigRules = {}, path: KeyPath): RuleEntry[] {
    const entries = Object.entries(values);
    const ordered = [
      ...entries.filter(([word]) => catalogue.isGroup(word)),
      ...entries.filter(([word]) => !catalogue.isGroup(word)),
    ];
    return ordered.flatMap(([word, value]) => {
      const [level, options] = typeof value === "string" ? [value] : value;
      const source = sourceAt([...path, word]);
      return (catalogue.find(word) ?? []).map(({ meta }) => ({ rule: meta.name, level, options, source }));
    });
  }

  function setting<T>(value: T, path: KeyPath): Setting<Exclude<T, undefined>> | undefined {
    if (value === undefined) return undefined;
    return { value: value as Exclude<T, undefined>, source: sourceAt(path) };
  }

  function sourceAt(path: KeyPath): ConfigSource {
    const position = document.locate(path, "key");
    return { kind: "file", file: document.file, ...(position && { line: position.line }) };
  }
}

function bytesOf(size: number | string | undefined): number | undefined {
  return typeof size === "string" ? parseFileSize(size) : size;
}

function ignoresBelow(root: string, patterns: readonly string[]): ConfigLayer["ignores"] {
  const rules = ignore({ ignorecase: false }).add(patterns);
  return (path, kind) => {
    const below = pathBelow(root, path);
    if (below === undefined || below === "") return undefined;
    const { ignored, unignored } = rules.test(kind === "directory" ? `${below}/` : below);
    return ignored || unignored ? ignored : undefined;
  };
}

/** Globs without a slash go by the name of a file; those with `!` in front take files out again. */
function matchesBelow(root: string, globs: readonly string[]): ConfigOverride["matches"] {
  const isIn = matcherOf(globs.filter((glob) => !glob.startsWith("!")));
  const isOut = matcherOf(globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)));
  return (file) => {
    const below = pathBelow(root, file);
    return below !== undefined && isIn(below) && !isOut(below);
  };
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  return picomatch(
    globs.map((glob) => (glob.includes("/") ? glob : `**/${glob}`)),
    { dot: true, nonegate: true },
  );
}
