import type { ConfigResource } from "./config.js";
import { describeSource } from "./config-source.js";
import type { ConfigSource, Setting } from "./config-source.js";
import type { Level } from "./level.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** A value as printed, with where it comes from: "default", "preset strict", ".leakcheckrc:3", "--rule". */
interface ValueView<T> {
  readonly value: T;
  readonly source: string;
}

/** The configuration of one file, for people: `leakcheck config --file F`. Plain JSON. */
export interface ConfigView {
  /** Config files in effect, the nearest first. */
  readonly files: readonly string[];
  readonly ignored: boolean;
  readonly rules: Readonly<
    Record<string, { readonly level: Level; readonly options: object; readonly source: string }>
  >;
  readonly tests: ValueView<boolean>;
  /** Null: go.mod decides. */
  readonly go: ValueView<string | null>;
  readonly tags: ValueView<readonly string[]>;
  /** In bytes. */
  readonly maxFileSize: ValueView<number>;
  readonly resources: readonly ValueView<ConfigResource>[];
}

/** The view of a file, given by its absolute path; `showPath` says how paths are to be printed. */
export function viewConfig(
  config: ResolvedConfig,
  file: string,
  showPath: (path: string) => string = (path) => path,
): ConfigView {
  const { rules, tests, go, tags, maxFileSize, resources } = config.settingsFor(file);
  return {
    files: config.files.map((path) => showPath(path)),
    ignored: config.isIgnored(file),
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, { level, options, source }]) => [
        name,
        { level, options, source: show(source) },
      ]),
    ),
    tests: view(tests),
    go: { value: go.value?.text ?? null, source: show(go.source) },
    tags: view(tags),
    maxFileSize: view(maxFileSize),
    resources: resources.map((resource) => view(resource)),
  };

  function view<T>({ value, source }: Setting<T>): ValueView<T> {
    return { value, source: show(source) };
  }

  function show(source: ConfigSource): string {
    return describeSource(source, showPath);
  }
}
