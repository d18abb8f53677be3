/** What a path is; links are followed. */
export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  /** When it was last written, in milliseconds since 1970; undefined where nobody knows. */
  readonly modified?: number;
}

/** An entry of a directory. A symbolic link is told apart, since discovery must not walk in circles. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

/**
 * The one door to files. The analysis below the engine never touches the disk itself, so that an editor's
 * unsaved buffers, git's index and tests can stand in for it. Paths are absolute with `/`.
 */
export interface FileSystem {
  /** The bytes of a file. Throws an `Error` whose message is fit for a user when it cannot be read. */
  readFile(path: string): Uint8Array;
  /** The entries of a directory in no particular order, or undefined when it cannot be listed. */
  readDirectory(path: string): readonly DirectoryEntry[] | undefined;
  /** What is at a path, links followed; undefined for nothing, a broken link or a loop of links. */
  stat(path: string): FileStat | undefined;
  /** The path with all links resolved; the path itself where that cannot be done. */
  realPath(path: string): string;
}
