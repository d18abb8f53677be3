import { formatCompact } from "./compact.js";
import type { Formatter } from "./formatter.js";
import { formatJson } from "./json.js";
import { formatSarif } from "./sarif.js";
import { formatText } from "./text.js";

export { formatCompact, formatJson, formatSarif, formatText };
export type { FormatContext, Formatter } from "./formatter.js";
export type { JsonReport } from "./json.js";

/** Name of a format as given to `--format`. */
export type FormatName = "text" | "compact" | "json" | "sarif";

export const formatters: Readonly<Record<FormatName, Formatter>> = {
  text: formatText,
  compact: formatCompact,
  json: formatJson,
  sarif: formatSarif,
};
