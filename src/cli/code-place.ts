/** A line of a file, as people write it. */
export interface CodePlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number | undefined;
}

/**
 * Reads `FILE:LINE` and `FILE:LINE:COLUMN`, as compilers, grep and reports write them, `C:\x\y.go:12` among them. Undefined
 * for what ends in no line.
 */
export function parseCodePlace(text: string): CodePlace | undefined {
  const match = /^(.+?):(\d+)(?::(\d+))?:?$/s.exec(text);
  if (!match) return undefined;
  const [, file = "", line, column] = match;
  return { file, line: Number(line), column: column === undefined ? undefined : Number(column) };
}
