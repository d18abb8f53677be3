import type { Diagnostic } from "../diagnostic/index.js";
import type { GoParser } from "../syntax/index.js";
import { applyEdits, compatible } from "../text/edit.js";
import type { Verdict } from "./verdict.js";

/**
 * Applies the first fix of every finding in a file, as far as they do not touch each other. The result must be what the
 * golden file holds, where there is one, and must have no syntax error that was not there before.
 */
export function checkFixes(
  file: string,
  text: string,
  golden: string | undefined,
  found: readonly Diagnostic[],
  parser: GoParser,
): readonly Verdict[] {
  const changes = compatible(found.flatMap(({ fixes }) => fixes.slice(0, 1)));
  let fixed: string;
  try {
    fixed = applyEdits(
      text,
      changes.flatMap(({ edits }) => edits),
    );
  } catch (error) {
    return [{ kind: "broken", file, line: 1, message: `the fixes do not fit together: ${String(error)}` }];
  }
  const verdicts: Verdict[] = [];
  if (parser.parse(fixed).errors.length > parser.parse(text).errors.length) {
    verdicts.push({ kind: "broken", file, line: 1, message: "the fixed file has syntax errors" });
  }
  if (golden !== undefined && golden !== fixed) verdicts.push(difference(`${file}.golden`, golden, fixed));
  return verdicts;
}

/** Where two texts part. */
function difference(file: string, want: string, got: string): Verdict {
  const wanted = want.split("\n");
  const gotten = got.split("\n");
  const at = wanted.findIndex((line, index) => line !== gotten[index]);
  const index = at < 0 ? wanted.length : at;
  const message = `want: ${show(wanted[index])}; fixed: ${show(gotten[index])}`;
  return { kind: "wrong", file, line: index + 1, message };
}

function show(line: string | undefined): string {
  return line === undefined ? "end of file" : JSON.stringify(line);
}
