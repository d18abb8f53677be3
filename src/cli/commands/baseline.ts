import { resolve } from "node:path";
import {
  baselineEntries,
  baselineFileName,
  findBaseline,
  readBaseline,
  sortFindings,
  writeBaseline,
} from "../../engine/baseline/index.js";
import { displayPath } from "../../engine/display-path.js";
import { lint } from "../../index.js";
import { childPath, parentPath, resolvePath } from "../../project/index.js";
import { counted } from "../../report/counted.js";
import { baselineOptions } from "../baseline-options.js";
import type { BaselineArguments } from "../baseline-options.js";
import { configFlags } from "../config-flags.js";
import { writeNotices } from "../notices.js";
import { checkOptionValues } from "../option-values.js";
import { writeOutput } from "../output.js";
import { UsageError } from "../usage-error.js";
import { exitCodeOf } from "../verdict.js";

/** What a baseline is made of must have been linted in full: nothing is left out without a word. */
const verdict = {
  failLevel: "error",
  maxWarnings: undefined,
  exitZero: true,
  strictParse: false,
  errorOnUnmatched: false,
} as const;

/**
 * `leakcheck baseline create|prune`: keeps the file of the findings that are known and not to be reported again, by
 * linting all that lies in the file's folder.
 */
export async function baselineCommand(args: BaselineArguments): Promise<number> {
  checkOptionValues(args, baselineOptions);
  const workingDirectory = resolve(".").replaceAll("\\", "/");
  const path = baselinePath(args, workingDirectory);
  const folder = parentPath(path);
  const before = args.action === "prune" ? readBaseline(path) : undefined;
  const result = await lint({ cwd: folder, flags: configFlags(args), generated: args.generated });
  writeNotices(result.notices);

  const listed = before ? sortFindings(result.diagnostics, before).known : result.diagnostics;
  writeBaseline(path, baselineEntries(listed, folder, folder));
  const removed = before ? `, ${before.length - listed.length} no longer found and taken out` : "";
  await writeOutput(
    `${displayPath(path, workingDirectory)}: ${counted(listed.length, "finding")} known${removed}.\n`,
  );
  return exitCodeOf(result, verdict);
}

function baselinePath({ action, baseline }: BaselineArguments, workingDirectory: string): string {
  if (baseline !== undefined) return resolvePath(workingDirectory, baseline.replaceAll("\\", "/"));
  if (action === "create") return childPath(workingDirectory, baselineFileName);
  const found = findBaseline(workingDirectory);
  if (found !== undefined) return found;
  throw new UsageError(`There is no ${baselineFileName} here or above: leakcheck baseline create makes one.`);
}
