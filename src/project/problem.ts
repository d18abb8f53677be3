/** Something in the project that kept it from being read in full. Told to the user, never thrown. */
export interface ProjectProblem {
  readonly kind:
    /** An argument that is not there or holds no Go file to report on. */
    | "unmatched"
    /** A file or folder that is there and cannot be read. */
    | "unreadable"
    /** Larger than `maxFileSize`: not decoded. */
    | "oversize"
    /** Holds NUL bytes, which no Go source does: not decoded. */
    | "binary"
    /** Not valid UTF-8: decoded with replacement characters. */
    | "encoding"
    /** go.mod or go.work is not understood in full. */
    | "module"
    /** A line that Go itself rejects and that decides what is built, such as a malformed `//go:build`. */
    | "syntax-error";
  /** Absolute path of the file or folder; for an argument, the path it stands for. */
  readonly path: string;
  /** 1-based, where the problem belongs to a line. */
  readonly line?: number;
  readonly message: string;
}
