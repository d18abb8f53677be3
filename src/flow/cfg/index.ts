export type { DepartureOf } from "./builder.js";
export { controlFlowGraph } from "./builder.js";
export { Dominators } from "./dominators.js";
export type { Assumption, Block, ControlFlowGraph, Departure, Edge, Exit } from "./graph.js";
export { reachableFrom } from "./reachable-from.js";
export { communicationOf } from "./statement-parts.js";
export type { StepPlace } from "./step-index.js";
export { StepIndex } from "./step-index.js";
