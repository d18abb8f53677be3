import { buildConstraint, type BuildConstraint } from "./build-constraint.js";
import type { ProjectProblem } from "./problem.js";
import { readSourceHeader } from "./source-header.js";
import { decodeGoSource } from "./source-text.js";

/** A Go file with its text in memory. */
export interface GoFile {
  /** Absolute path. */
  readonly path: string;
  /** Base name. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** Whether the file begins with a byte order mark, which writing it back must keep. */
  readonly bom: boolean;
  /** Whether the file is not valid UTF-8: then it must never be written back. */
  readonly lossy: boolean;
  /** Whether its name ends in `_test.go`. */
  readonly isTest: boolean;
  /** Whether it says that it was generated. */
  readonly isGenerated: boolean;
  readonly constraint: BuildConstraint;
  /** Of the package clause; empty when there is none. */
  readonly packageName: string;
  /** Settings of its `//go:debug` lines. */
  readonly godebug: ReadonlyMap<string, string>;
}

/** A Go file, unless it is none after all, and what was wrong with it. */
interface ReadFile {
  readonly file: GoFile | undefined;
  readonly problems: readonly ProjectProblem[];
}

/** Go files by the bytes they were read from: a file system that gives the same array again gets the same file. */
export class GoFileMemory {
  readonly #files = new WeakMap<Uint8Array, ReadFile>();
  // Equal constraints become one object: `compatible` remembers its answers by object.
  readonly #constraints = new Map<string, BuildConstraint>();

  /** The file that is read from bytes at a path. */
  read(path: string, name: string, bytes: Uint8Array): ReadFile {
    const known = this.#files.get(bytes);
    if (known?.file?.path === path) return known;
    const read = this.#parse(path, name, bytes);
    this.#files.set(bytes, read);
    return read;
  }

  #parse(path: string, name: string, bytes: Uint8Array): ReadFile {
    const { text, bom, lossy, binary } = decodeGoSource(bytes);
    if (binary) {
      const message = "not Go source: the file holds NUL bytes";
      return { file: undefined, problems: [{ kind: "binary", path, message }] };
    }
    const header = readSourceHeader(text);
    const problems: ProjectProblem[] = header.problems.map(({ line, message }) => ({
      kind: "syntax-error",
      path,
      line,
      message,
    }));
    if (lossy) {
      problems.unshift({
        kind: "encoding",
        path,
        message: "not valid UTF-8: invalid bytes are read as U+FFFD",
      });
    }
    const file: GoFile = {
      path,
      name,
      text,
      bom,
      lossy,
      isTest: isTestFile(name),
      isGenerated: header.isGenerated,
      constraint: this.#shared(buildConstraint(name, header)),
      packageName: header.packageName ?? "",
      godebug: header.godebug,
    };
    return { file, problems };
  }

  #shared(constraint: BuildConstraint): BuildConstraint {
    const known = this.#constraints.get(constraint.text);
    if (known !== undefined) return known;
    this.#constraints.set(constraint.text, constraint);
    return constraint;
  }
}

/** Whether a file name is that of a test. */
export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}
