import type { Formatter } from "./formatter.js";
import { jsonLine } from "./json-text.js";

/** Each finding as JSON on a line of its own, as the `diagnostics` of the JSON report: for `jq`, `grep` and log collectors. */
export const formatJsonl: Formatter = ({ diagnostics }) => diagnostics.map(jsonLine).join("");
