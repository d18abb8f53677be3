/** Exit codes of the process. */
export const ExitCode = {
  clean: 0,
  /** Findings at or above the fail level. */
  findings: 1,
  /** Wrong usage or configuration, paths that are not there, a defect of leakcheck or a plugin. */
  failure: 2,
} as const;
