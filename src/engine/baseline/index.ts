export { baselineEntries, sortFindings } from "./baseline.js";
export type { BaselineEntry, SortedFindings } from "./baseline.js";
export {
  BaselineError,
  baselineFileName,
  findBaseline,
  readBaseline,
  writeBaseline,
} from "./baseline-file.js";
