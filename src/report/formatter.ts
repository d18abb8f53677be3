import type { RunResult } from "../diagnostic/index.js";

/** What a formatter may know beyond the result itself; everything about the outside is handed in. */
export interface FormatContext {
  /** Version of leakcheck. */
  readonly version: string;
  /** Where leakcheck is documented. */
  readonly homepage: string;
  /** Whether colours and hyperlinks may be used: true only for a terminal. */
  readonly color: boolean;
  /** Decoded text of a reported file, or undefined when it is no longer to be had. */
  readonly source: (file: string) => string | undefined;
  /** Absolute path of the working directory with `/`, to which the result's paths are relative. */
  readonly workingDirectory: string;
  /** Where the files of the working directory are shown on the web, `https://…/blob/REVISION`; undefined where nobody said so. */
  readonly sourceUrl?: string;
  /** Milliseconds the run took, for the summary; undefined where output must be reproducible. */
  readonly elapsed?: number;
  /** Told, in a sentence each, what a limit of the format keeps out of the report. */
  readonly onLeftOut?: (sentence: string) => void;
}

/** Turns a result into the whole text of one output. Pure: same input, same output. */
export type Formatter = (result: RunResult, context: FormatContext) => string;
