/** One thing that is wrong with the configuration. */
export interface ConfigProblem {
  /** Absolute path of the config file, with `/`; absent where the command line is to blame. */
  readonly file?: string;
  /** 1-based, as is the column; absent where the file has no positions, as a config written in JavaScript. */
  readonly line?: number;
  /** In UTF-16 code units. */
  readonly column?: number;
  readonly message: string;
}

/** The configuration cannot be used. Holds everything that is wrong with it, not only the first thing. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(describe).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

function describe({ file, line, column, message }: ConfigProblem): string {
  return [file, line, column, ` ${message}`]
    .filter((part) => part !== undefined)
    .join(":")
    .trimStart();
}
