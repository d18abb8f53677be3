import { readFileSync } from "node:fs";
import type { LineExplanation } from "../../diagnostic/index.js";
import { PlaceError, explain } from "../../index.js";
import { decodeGoSource } from "../../project/index.js";
import { jsonText } from "../../report/json-text.js";
import { formatLineExplanation } from "../../report/text-explanation.js";
import type { CodePlace } from "../code-place.js";
import { useColor } from "../color.js";
import { configFlags } from "../config-flags.js";
import type { ExplainArguments } from "../explain-options.js";
import { UsageError } from "../usage-error.js";

/** What is said of a line, in the format that is asked for. */
export async function explainPlace(place: CodePlace, args: ExplainArguments): Promise<string> {
  if (place.line === 0 || place.column === 0) throw new UsageError("Lines and columns count from 1.");
  const explanation = await explained(place, args);
  return args.format === "json"
    ? jsonText({ version: 1, ...explanation })
    : formatLineExplanation(explanation, { color: useColor(args.color), source: sourceText });
}

async function explained(place: CodePlace, args: ExplainArguments): Promise<LineExplanation> {
  try {
    return await explain({ ...place, flags: configFlags(args) });
  } catch (error) {
    throw error instanceof PlaceError ? new UsageError(error.message) : error;
  }
}

function sourceText(file: string): string | undefined {
  try {
    return decodeGoSource(readFileSync(file)).text;
  } catch {
    return undefined;
  }
}
