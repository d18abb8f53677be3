/** Whether standard output may be coloured: as the user says, else as the environment says, else on terminals. */
export function useColor(asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  // Where standard output is no terminal, `isTTY` is not false but missing.
  return process.stdout.isTTY === true && TERM !== "dumb";
}
