import { parentPath, pathBelow } from "../project/index.js";
import type { DirectoryEntry, FileStat, FileSystem } from "../project/index.js";

/** A file or folder that has changed on the disk. */
export interface DiskChange {
  readonly path: string;
  readonly cameOrWent: boolean;
}

/** Bytes of file contents that are kept at the most. */
const maximumKept = 64_000_000;

/**
 * A file system that remembers what it was asked, for those who look at the same files again and again. A file gives
 * the same array until its contents have changed, so what was made of it can be remembered by it. Whoever holds it says
 * what may have changed, or asks it to look.
 */
export class RememberingFileSystem implements FileSystem {
  readonly #below: FileSystem;
  readonly #stats = new Map<string, FileStat | undefined>();
  readonly #directories = new Map<string, readonly DirectoryEntry[] | undefined>();
  readonly #realPaths = new Map<string, string>();
  /** The least recently read first. */
  readonly #contents = new Map<string, Uint8Array>();
  /** Files whose contents have to be compared when they are read again. */
  readonly #doubtful = new Set<string>();
  #kept = 0;

  constructor(below: FileSystem) {
    this.#below = below;
  }

  readFile(path: string): Uint8Array {
    const known = this.#contents.get(path);
    if (known && !this.#doubtful.has(path)) {
      this.#contents.delete(path);
      this.#contents.set(path, known);
      return known;
    }
    const bytes = this.#below.readFile(path);
    this.#doubtful.delete(path);
    if (known && Buffer.compare(known, bytes) === 0) return known;
    this.#keep(path, bytes);
    return bytes;
  }

  readDirectory(path: string): readonly DirectoryEntry[] | undefined {
    return remembered(this.#directories, path, () => {
      this.stat(path);
      return this.#below.readDirectory(path);
    });
  }

  stat(path: string): FileStat | undefined {
    return remembered(this.#stats, path, () => this.#below.stat(path));
  }

  realPath(path: string): string {
    return remembered(this.#realPaths, path, () => this.#below.realPath(path));
  }

  /** Whether a file or folder was there when it was last looked at; undefined if it never was. */
  knew(path: string): boolean | undefined {
    if (this.#stats.has(path)) return this.#stats.get(path) !== undefined;
    return undefined;
  }

  /** Says that a file may have changed, come or gone, or a folder with all that is in it. */
  forget(path: string): void {
    for (const known of [...this.#stats.keys(), ...this.#contents.keys()]) {
      if (pathBelow(path, known) !== undefined) this.#forgetOne(known);
    }
    this.#forgetOne(path);
    // Folders come with the first file in them.
    for (let at = parentPath(path); this.#stats.has(at) && !this.#stats.get(at); at = parentPath(at)) {
      this.#forgetOne(at);
    }
    this.#realPaths.clear();
  }

  /** Looks at everything it remembers, and forgets and returns what has changed since. */
  refresh(): readonly DiskChange[] {
    const changes = [...this.#stats].flatMap(([path, before]): DiskChange[] => {
      const now = this.#below.stat(path);
      return isSame(before, now) ? [] : [{ path, cameOrWent: !before || !now }];
    });
    for (const { path } of changes) this.#forgetOne(path);
    return changes;
  }

  #forgetOne(path: string): void {
    this.#stats.delete(path);
    this.#directories.delete(path);
    this.#directories.delete(parentPath(path));
    if (this.#contents.has(path)) this.#doubtful.add(path);
  }

  #keep(path: string, bytes: Uint8Array): void {
    this.#drop(path);
    this.#contents.set(path, bytes);
    this.#kept += bytes.length;
    for (const oldest of this.#contents.keys()) {
      if (this.#kept <= maximumKept) break;
      this.#drop(oldest);
    }
  }

  #drop(path: string): void {
    this.#kept -= this.#contents.get(path)?.length ?? 0;
    this.#contents.delete(path);
  }
}

function remembered<T>(known: Map<string, T>, path: string, look: () => T): T {
  if (known.has(path)) return known.get(path) as T;
  const found = look();
  known.set(path, found);
  return found;
}

function isSame(before: FileStat | undefined, now: FileStat | undefined): boolean {
  if (!before || !now) return before === now;
  return before.kind === now.kind && before.size === now.size && before.modified === now.modified;
}
