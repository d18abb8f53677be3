/**
 * The rule API: the one module that rules import, as `#rule` inside the project and as `leakcheck/rule` from
 * plugins.
 */
export type { Fix, Severity, TextEdit } from "../diagnostic/index.js";
export * from "../flow/index.js";
export { facts } from "../knowledge/index.js";
export type { Callee, FunctionNode, GoObject, NamedFunction } from "../semantics/index.js";
export {
  FileSemantics,
  enclosingFunction,
  importsOf,
  isFunction,
  withoutParentheses,
} from "../semantics/index.js";
export * from "../syntax/index.js";
export type {
  Report,
  ReportPlace,
  ReportStep,
  RuleContext,
  RuleFile,
  Silence,
  SilenceReason,
} from "./context.js";
export { insertStatementAfter } from "./insert-statement.js";
export type { OptionSchema, OptionSchemas, OptionsOf } from "./options.js";
export { defaultOptions } from "./options.js";
export type { OwnLine } from "./remove-line.js";
export { ownLineOf } from "./remove-line.js";
export type { ResourceRule } from "./resource-rule.js";
export { defineResourceRule } from "./resource-rule.js";
export type { GoPremise, Rule, RuleCategory, RuleMeta, RuleOptions, RulePreset } from "./rule.js";
export { defineRule } from "./rule.js";
