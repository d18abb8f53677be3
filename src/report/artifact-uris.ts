import type { ArtifactLocation } from "sarif";
import { isAbsolutePath, isOnWindows } from "./absolute-path.js";
import { encodePath } from "./encode-path.js";

/** Name under which SARIF readers look up the root of the checkout. */
export const SOURCE_ROOT = "%SRCROOT%";

/** The URIs of a report's files: relative to the working directory for all that lie in it, absolute otherwise. */
export class ArtifactUris {
  /** `file:` URI of the working directory, with a slash at its end. */
  readonly root: string;
  readonly #workingDirectory: string;
  readonly #known = new Map<string, ArtifactLocation>();

  /** Takes the absolute path of the working directory, written with `/`. */
  constructor(workingDirectory: string) {
    this.#workingDirectory = workingDirectory;
    this.root = new URL(this.#absoluteUri(`${workingDirectory}/`.replace(/\/+$/, "/"))).href;
  }

  /** Where a file is; `file` is a path relative to the working directory or an absolute one. */
  of(file: string): ArtifactLocation {
    const known = this.#known.get(file) ?? this.#locate(file);
    this.#known.set(file, known);
    return known;
  }

  #locate(file: string): ArtifactLocation {
    const isAbsolute = isAbsolutePath(file, this.#workingDirectory);
    const uri = new URL(isAbsolute ? this.#absoluteUri(file) : encodePath(file), this.root).href;
    if (!uri.startsWith(this.root)) return { uri };
    return { uri: uri.slice(this.root.length), uriBaseId: SOURCE_ROOT };
  }

  #absoluteUri(path: string): string {
    if (!isOnWindows(this.#workingDirectory)) return `file://${encodePath(path)}`;
    // Two slashes lead a Windows share: its server is the host of the URI.
    if (path.startsWith("//")) return `file:${encodePath(path)}`;
    return `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}`;
  }
}
