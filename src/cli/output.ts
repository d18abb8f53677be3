import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { systemReason } from "../engine/system-error.js";
import { UsageError } from "./usage-error.js";

/** Writes a report to a file. */
export function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const reason = isMissing ? `there is no folder ${dirname(path)}` : systemReason(error);
    throw new UsageError(`The report cannot be written to ${path}: ${reason}`);
  }
}

/** Writes to standard output and waits until all of it is gone: a pipe takes it in pieces. */
export function writeOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || isClosedPipe(error)) resolve();
      else reject(new UsageError(`Standard output cannot be written: ${systemReason(error)}`));
    });
  });
}

/** Keeps the process alive when a reader closes its pipe: it has read enough (`leakcheck | head`). */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    // Standard output that cannot be written for another reason is the business of `writeOutput`.
    if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  }
}

function isClosedPipe({ code }: NodeJS.ErrnoException): boolean {
  // Windows says EOF.
  return code === "EPIPE" || code === "EOF";
}
