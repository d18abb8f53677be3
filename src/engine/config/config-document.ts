import type { Position } from "../../diagnostic/index.js";

/** The way from the top of a config to a value in it: keys, and indexes as decimal numbers. */
export type KeyPath = readonly string[];

/** A config file as read, not yet checked. */
export interface ConfigDocument {
  /** Absolute path with `/`. */
  readonly file: string;
  readonly value: unknown;
  /**
   * Where a value, or the key it stands under, begins; the place of the nearest thing around it where it is not
   * there itself. Undefined when the file has no positions.
   */
  locate(path: KeyPath, part: "key" | "value"): Position | undefined;
}

/** `overrides[0].rules.unclosed-file` */
export function showKeyPath(path: KeyPath): string {
  return path.reduce((text, key) => {
    if (/^[0-9]+$/.test(key)) return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}
