import { decodeGoSource } from "../../project/index.js";
import type { FileSystem, SourceText } from "../../project/index.js";

/** A file whose text has been changed in memory. */
export interface EditedFile {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  /** Without a byte order mark, as `source.text`. */
  readonly text: string;
}

/** Files of a file system, with other texts where fixes have changed them. Nothing is written. */
export class EditedFiles {
  readonly fileSystem: FileSystem;
  readonly #below: FileSystem;
  readonly #files = new Map<string, EditedFile>();

  constructor(below: FileSystem) {
    this.#below = below;
    this.fileSystem = {
      readFile: (path) => {
        const edited = this.#files.get(path);
        return edited ? contentsOf(edited) : below.readFile(path);
      },
      readDirectory: (path) => below.readDirectory(path),
      stat: (path) => below.stat(path),
      realPath: (path) => below.realPath(path),
    };
  }

  /** A file as it is now. Throws where it cannot be read. */
  get(path: string): EditedFile {
    const known = this.#files.get(path);
    if (known) return known;
    const bytes = this.#below.readFile(path);
    const source = decodeGoSource(bytes);
    return { bytes, source, text: source.text };
  }

  /** Gives a file another text. */
  set(path: string, text: string): void {
    this.#files.set(path, { ...this.get(path), text });
  }

  /** Takes back all changes of a file. */
  forget(path: string): void {
    this.#files.delete(path);
  }
}

/** What has to be written so that a file has its text, with the byte order mark that it had. */
export function contentsOf({ text, source: { bom } }: EditedFile): Uint8Array {
  return new TextEncoder().encode(bom ? `\u{FEFF}${text}` : text);
}
