export type { Departure } from "./effect.js";
export type { Leak } from "./leak.js";
export type { Account, Ending, Outcome } from "./outcome.js";
export { endingsOf, placeOf } from "./outcome.js";
export { packageOwnership } from "./package-ownership.js";
export type { ResourceFacts } from "../../knowledge/index.js";
export { resourceKind, resourceKinds } from "./resource-kind.js";
export type { ResourceKind } from "./resource-kind.js";
