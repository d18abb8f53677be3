import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { systemReason } from "../system-error.js";

/**
 * Puts new contents in the place of a file's old ones, at once: whoever reads the file sees the ones or the others. Keeps
 * the file's mode; of a symbolic link, the file that it leads to is replaced. Throws an error that tells users why not: the
 * file may not be written, or no longer has the contents that the new ones were made from.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): void {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const { mode } = statSync(target);
    // The folder decides whether a file can be replaced; what people mean is the file.
    accessSync(target, constants.W_OK);
    if ((mode & 0o222) === 0) throw new RefusedError("it is read-only");
    if (!readFileSync(target).equals(before)) throw new RefusedError("it has changed in the meantime");
    temporary = join(dirname(target), `.${basename(target)}.leakcheck-${process.pid}`);
    writeDurably(temporary, after);
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw error instanceof RefusedError ? error : new Error(systemReason(error), { cause: error });
  }
}

class RefusedError extends Error {}

/** Writes a new file, and waits until it has reached the disk. */
function writeDurably(path: string, contents: Uint8Array): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, contents);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
