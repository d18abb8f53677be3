export type {
  Diagnostic,
  Fix,
  Location,
  PathStep,
  Position,
  RelatedLocation,
  Severity,
  TextEdit,
} from "./diagnostic.js";
export type { LineExplanation, Verdict } from "./line-explanation.js";
export type { Notice } from "./notice.js";
export type { FixedFile, RuleDescription, RunResult } from "./run-result.js";
