import type { Position } from "./diagnostic.js";

/**
 * Something about the run, not about the Go code's leaks: a file that was analysed only in part or not at
 * all. Nothing is skipped without a notice.
 */
export interface Notice {
  readonly kind:
    /** The file has syntax errors; what could be parsed was linted. */
    | "syntax-error"
    /** Larger than `maxFileSize`; not parsed. */
    | "oversize"
    /** Holds bytes that no Go source has (NUL); not parsed. */
    | "binary"
    /** Not valid UTF-8: linted with replacement characters, never written to. */
    | "encoding"
    /** A function has more paths than are followed; what was seen of it was linted. */
    | "unfinished"
    /** There are fixes that were not made, as they would do harm or find no end. */
    | "unfixed"
    /** Fixes could not be written to the file. */
    | "unwritable"
    /** Could not be read although it was found or named. */
    | "unreadable"
    /** A named path is not there, or matches no Go file. */
    | "unmatched"
    /** go.mod or go.work could not be understood in full. */
    | "module"
    /** A rule or the analysis of a file crashed: a defect of leakcheck or of a plugin. */
    | "internal-error";
  readonly message: string;
  readonly file?: string;
  readonly position?: Position;
  /** Name of the rule that crashed. */
  readonly rule?: string;
  /** Stack trace of an internal error. */
  readonly detail?: string;
}
