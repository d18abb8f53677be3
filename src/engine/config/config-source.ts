import type { PresetName } from "./preset.js";

/** Where a value of the configuration comes from. */
export type ConfigSource =
  | { readonly kind: "default" }
  | { readonly kind: "preset"; readonly preset: PresetName }
  /** The line is absent for a config written in JavaScript. */
  | { readonly kind: "file"; readonly file: string; readonly line?: number }
  /** An option of the command line, `--rule`. */
  | { readonly kind: "option"; readonly option: string };

/** A value and where it comes from. */
export interface Setting<T> {
  readonly value: T;
  readonly source: ConfigSource;
}

/** "default", "preset strict", ".leakcheckrc:3" or "--rule". */
export function describeSource(source: ConfigSource, showPath: (path: string) => string): string {
  switch (source.kind) {
    case "default":
      return "default";
    case "preset":
      return `preset ${source.preset}`;
    case "file":
      return showPath(source.file) + (source.line === undefined ? "" : `:${source.line}`);
    case "option":
      return source.option;
  }
}
