import type { DirectoryEntry, FileStat, FileSystem } from "../../src/project/index.js";

/** What a {@link MemoryFileSystem} holds. Paths are absolute; the folders above each are there by themselves. */
export interface MemoryContents {
  /** Contents by path; text is stored as UTF-8. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folders that may be empty. */
  readonly directories?: readonly string[];
  /** Symbolic links: where each path leads, absolute or relative to its folder. */
  readonly links?: Readonly<Record<string, string>>;
  /** Paths that are neither file nor folder, such as sockets. */
  readonly others?: readonly string[];
  /** Files that cannot be read and folders that cannot be listed. */
  readonly unreadable?: readonly string[];
}

/** A file system for tests. */
export class MemoryFileSystem implements FileSystem {
  /** Every path that `readFile` was asked for, in order. */
  readonly reads: string[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #links: ReadonlyMap<string, string>;
  readonly #others: ReadonlySet<string>;
  readonly #unreadable: ReadonlySet<string>;
  readonly #directories = new Map<string, Map<string, DirectoryEntry["kind"]>>();

  constructor(contents: MemoryContents) {
    const encoder = new TextEncoder();
    for (const [path, content] of Object.entries(contents.files ?? {})) {
      this.#files.set(path, typeof content === "string" ? encoder.encode(content) : content);
      this.#enter(path, "file");
    }
    this.#links = new Map(Object.entries(contents.links ?? {}));
    this.#others = new Set(contents.others);
    this.#unreadable = new Set(contents.unreadable);
    for (const path of this.#links.keys()) this.#enter(path, "link");
    for (const path of this.#others) this.#enter(path, "other");
    for (const path of contents.directories ?? []) this.#addDirectory(path);
  }

  readFile(path: string): Uint8Array {
    this.reads.push(path);
    const real = this.#resolve(path);
    const bytes = real === undefined ? undefined : this.#files.get(real);
    if (real === undefined || bytes === undefined) throw new Error(`no such file: ${path}`);
    if (this.#unreadable.has(real)) throw new Error(`permission denied: ${path}`);
    return bytes;
  }

  readDirectory(path: string): readonly DirectoryEntry[] | undefined {
    const real = this.#resolve(path);
    if (real === undefined || this.#unreadable.has(real)) return undefined;
    const entries = this.#directories.get(real);
    return entries && [...entries].map(([name, kind]) => ({ name, kind }));
  }

  stat(path: string): FileStat | undefined {
    const real = this.#resolve(path);
    if (real === undefined) return undefined;
    const bytes = this.#files.get(real);
    if (bytes !== undefined) return { kind: "file", size: bytes.length };
    if (this.#directories.has(real)) return { kind: "directory", size: 0 };
    return this.#others.has(real) ? { kind: "other", size: 0 } : undefined;
  }

  realPath(path: string): string {
    return this.#resolve(path) ?? path;
  }

  #enter(path: string, kind: DirectoryEntry["kind"]): void {
    const slash = path.lastIndexOf("/");
    const directory = path.slice(0, slash) || "/";
    this.#addDirectory(directory);
    this.#directories.get(directory)?.set(path.slice(slash + 1), kind);
  }

  #addDirectory(path: string): void {
    if (this.#directories.has(path)) return;
    this.#directories.set(path, new Map());
    if (path !== "/") this.#enter(path, "directory");
  }

  /** The path with every link followed; undefined when links go in circles. */
  #resolve(path: string): string | undefined {
    let real = "";
    const rest = path.split("/");
    for (let followed = 0; rest.length > 0;) {
      const part = rest.shift();
      if (part === "" || part === "." || part === undefined) continue;
      if (part === "..") {
        real = real.slice(0, real.lastIndexOf("/"));
        continue;
      }
      const target = this.#links.get(`${real}/${part}`);
      if (target === undefined) {
        real += `/${part}`;
        continue;
      }
      if (++followed > 40) return undefined;
      if (target.startsWith("/")) real = "";
      rest.unshift(...target.split("/"));
    }
    return real === "" ? "/" : real;
  }
}
