import type { Notice } from "../diagnostic/index.js";
import { visibleLine } from "../text/terminal.js";

/** Writes notices to standard error, one line each, where the report itself has no place for them. */
export function writeNotices(notices: readonly Notice[]): void {
  for (const notice of notices) process.stderr.write(`leakcheck: ${describe(notice)}\n`);
}

function describe({ file, position, message, detail }: Notice): string {
  const where = [file, ...(position ? [position.line, position.column] : [])].filter(
    (part) => part !== undefined,
  );
  const line = visibleLine([...where, ` ${message}`].join(":").trimStart());
  return detail === undefined
    ? line
    : `${line}\n${detail
        .split("\n")
        .map((text) => visibleLine(text))
        .join("\n")}`;
}
