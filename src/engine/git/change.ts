import { parsePatch } from "diff";
import type { StructuredPatch, StructuredPatchHunk } from "diff";
import type { Diagnostic, Location } from "../../diagnostic/index.js";
import { resolvePath } from "../../project/index.js";

/** What a change did to one file, in lines of the file as it is after the change, counted from 1. */
interface ChangedFile {
  /** Lines that are new or were changed; "all" for a new file. */
  readonly lines: ReadonlySet<number> | "all";
  /** Lines before which something was taken out. */
  readonly deletions: readonly number[];
}

/** A patch that cannot be read. */
export class PatchError extends Error {
  override readonly name = "PatchError";
}

/** The lines that a change touches, by file. */
export class Change {
  readonly #files = new Map<string, ChangedFile>();

  /** A whole file is new. */
  addFile(path: string): void {
    this.#files.set(path, { lines: "all", deletions: [] });
  }

  /** Reads a unified diff, whose paths are relative to `root`. Throws {@link PatchError} when it is none. */
  addPatch(patch: string, root: string): void {
    for (const { newFileName = "/dev/null", hunks } of parse(patch)) {
      if (newFileName === "/dev/null") continue;
      const path = resolvePath(root, newFileName.replace(/^[bcwio]\//, ""));
      this.#files.set(path, changedFile(hunks));
    }
  }

  /**
   * Whether a change has to do with a finding: it touches the line that acquires, or one of the path or beside it, or
   * takes something out between them. `resolve` makes the finding's paths absolute.
   */
  touches({ location, path, related }: Diagnostic, resolve: (file: string) => string): boolean {
    const places = [location, ...[...path, ...related].map((step) => step.location)];
    const files = new Set(places.map(({ file }) => file));
    return [...files].some((file) => {
      const changed = this.#files.get(resolve(file));
      return (
        changed !== undefined &&
        isTouched(
          changed,
          places.filter((place) => place.file === file),
        )
      );
    });
  }
}

function parse(patch: string): readonly StructuredPatch[] {
  let files: readonly StructuredPatch[];
  try {
    files = parsePatch(patch);
  } catch (error) {
    throw new PatchError(`The patch is no unified diff: ${(error as Error).message}`, { cause: error });
  }
  // Text around a patch is allowed, as mails have it; text alone is a mistake.
  const isPatch = files.some(({ newFileName }) => newFileName !== undefined);
  if (!isPatch && patch.trim() !== "")
    throw new PatchError("The patch is no unified diff: it names no file.");
  return files;
}

function changedFile(hunks: readonly StructuredPatchHunk[]): ChangedFile {
  const lines = new Set<number>();
  const deletions: number[] = [];
  for (const { newStart, lines: content } of hunks) {
    let line = newStart;
    for (const [mark] of content) {
      if (mark === "-") deletions.push(line);
      if (mark === "+") lines.add(line);
      if (mark !== "-" && mark !== "\\") line += 1;
    }
  }
  return { lines, deletions };
}

function isTouched({ lines, deletions }: ChangedFile, places: readonly Location[]): boolean {
  if (lines === "all") return true;
  if (places.some(({ from, to }) => range(from.line, to.line).some((line) => lines.has(line)))) return true;
  const first = Math.min(...places.map(({ from }) => from.line));
  const last = Math.max(...places.map(({ to }) => to.line));
  return deletions.some((line) => first < line && line <= last);
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
