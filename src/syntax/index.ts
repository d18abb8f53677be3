export type { Arena } from "./arena.js";
export type { CopyMethod, GrammarFiles } from "./parser.js";
export { GoParser, loadGoParser } from "./parser.js";
export * from "./nodes.generated.js";
export type { Span, SyntaxError } from "./tree.js";
export { SyntaxTree } from "./tree.js";
export type { Visitors } from "./visitor.js";
export { VisitorTable } from "./visitor.js";
