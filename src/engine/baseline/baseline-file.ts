import { readFileSync, writeFileSync } from "node:fs";
import { childPath, parentPath } from "../../project/index.js";
import { nodeFileSystem } from "../node-file-system.js";
import { systemReason } from "../system-error.js";
import type { BaselineEntry } from "./baseline.js";

/** The name of a baseline that is used without being named. */
export const baselineFileName = ".leakcheck-baseline.json";

/** The contents of a baseline file. */
interface BaselineDocument {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

/** A baseline file cannot be read or written. The message names the file and says what to do. */
export class BaselineError extends Error {
  override readonly name = "BaselineError";
}

/** The baseline in a folder or above it, up to the root of the repository; undefined where there is none. */
export function findBaseline(directory: string): string | undefined {
  const path = childPath(directory, baselineFileName);
  if (nodeFileSystem.stat(path)?.kind === "file") return path;
  // A worktree and a submodule have a file named .git.
  if (nodeFileSystem.stat(childPath(directory, ".git"))) return undefined;
  const parent = parentPath(directory);
  return parent === directory ? undefined : findBaseline(parent);
}

/** Reads a baseline. Throws {@link BaselineError} when it is not there or is none. */
export function readBaseline(path: string): readonly BaselineEntry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new BaselineError(`The baseline ${path} cannot be read: ${systemReason(error)}`);
  }
  const document = parse(path, text);
  if (!isBaseline(document))
    throw new BaselineError(
      `${path} is no baseline that this version understands: make it anew with leakcheck baseline create`,
    );
  return document.findings;
}

/** Writes a baseline, one entry to a few lines, so that merges and reviews can tell entries apart. */
export function writeBaseline(path: string, findings: readonly BaselineEntry[]): void {
  const document: BaselineDocument = { version: 1, findings };
  try {
    writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
  } catch (error) {
    throw new BaselineError(`The baseline ${path} cannot be written: ${systemReason(error)}`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isConflict = /^<{7} /m.test(text);
    const what = isConflict
      ? "holds conflict markers of a merge"
      : `is not JSON: ${(error as Error).message}`;
    throw new BaselineError(
      `The baseline ${path} ${what}. Mend it, or make it anew: leakcheck baseline create`,
    );
  }
}

function isBaseline(value: unknown): value is BaselineDocument {
  const document = value as Partial<BaselineDocument> | null;
  return (
    document?.version === 1 &&
    Array.isArray(document.findings) &&
    document.findings.every((entry: Partial<BaselineEntry> | null) =>
      [entry?.rule, entry?.file, entry?.message, entry?.fingerprint].every(
        (part) => typeof part === "string",
      ),
    )
  );
}
