import type { ArtifactLocation } from "sarif";

/** Name under which SARIF readers look up the root of the checkout. */
export const SOURCE_ROOT = "%SRCROOT%";

const DRIVE = /^[A-Za-z]:\//;

/** The URIs of a report's files: relative to the working directory for all that lie in it, absolute otherwise. */
export class ArtifactUris {
  /** `file:` URI of the working directory, with a slash at its end. */
  readonly root: string;
  readonly #onWindows: boolean;
  readonly #known = new Map<string, ArtifactLocation>();

  /** Takes the absolute path of the working directory, written with `/`. */
  constructor(workingDirectory: string) {
    this.#onWindows = DRIVE.test(`${workingDirectory}/`) || workingDirectory.startsWith("//");
    this.root = new URL(this.#absoluteUri(`${workingDirectory}/`.replace(/\/+$/, "/"))).href;
  }

  /** Where a file is; `file` is a path relative to the working directory or an absolute one. */
  of(file: string): ArtifactLocation {
    const known = this.#known.get(file) ?? this.#locate(file);
    this.#known.set(file, known);
    return known;
  }

  #locate(file: string): ArtifactLocation {
    const isAbsolute = file.startsWith("/") || (this.#onWindows && DRIVE.test(file));
    const uri = new URL(isAbsolute ? this.#absoluteUri(file) : encodePath(file), this.root).href;
    if (!uri.startsWith(this.root)) return { uri };
    return { uri: uri.slice(this.root.length), uriBaseId: SOURCE_ROOT };
  }

  #absoluteUri(path: string): string {
    // Two slashes lead a Windows share: its server is the host of the URI.
    if (this.#onWindows && path.startsWith("//")) return `file:${encodePath(path)}`;
    if (this.#onWindows && DRIVE.test(path)) return `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}`;
    return `file://${encodePath(path)}`;
  }
}

/** Percent-encodes each part of a path; a lone surrogate has no encoding and becomes U+FFFD. */
function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
