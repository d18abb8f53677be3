export { calledName } from "./called-name.js";
export type { AccessPath } from "./access-path.js";
export { accessPath } from "./access-path.js";
export { constantInteger } from "./constant-integer.js";
export { ownNodes } from "./own-nodes.js";
export { sendsHead } from "./head-request.js";
export { setsField } from "./set-field.js";
export type { Destination } from "./assigned-variable.js";
export { destinationOf } from "./assigned-variable.js";
export { enclosingLoop } from "./enclosing-loop.js";
export { errorCheckAfter } from "./error-check.js";
export type { EndlessLoop, WayOut } from "./endless-loop.js";
export { findEndlessLoop, waysOut } from "./endless-loop.js";
export type { ExpectedEnd } from "./expected-end.js";
export { expectedEnd } from "./expected-end.js";
export { runsBoundedTimes, runsOncePerProcess } from "./process-lifetime.js";
export type { Use } from "./use.js";
export { useOf } from "./use.js";
export type { Growth, GrowthReason, NoGrowth } from "./growth.js";
export { growthOf } from "./growth.js";
export type { Holder, Retention } from "./retention.js";
export { findRetention } from "./retention.js";
export type { Assumption } from "./cfg/index.js";
export type {
  Account,
  Departure,
  Ending,
  HandOver,
  Leak,
  ResourceFacts,
  ResourceKind,
} from "./ownership/index.js";
export { chainOf, endingsOf, packageOwnership, placeOf, resourceKind } from "./ownership/index.js";
export { isLifelong, isTimed, isUnheld } from "./resource-life.js";
export { mayBeMemory } from "./memory-backed.js";
export { isRepeated } from "./clear-way.js";
export type { LaterUse, Subject } from "./used-after-return.js";
export { usedAfterReturn } from "./used-after-return.js";
export { lastWord } from "./call-table.js";
export type { TimerPerTurn } from "./timer-per-turn.js";
export { findTimerPerTurn } from "./timer-per-turn.js";
export type { GrowingContext } from "./growing-context.js";
export { findGrowingContexts, wrapsContext } from "./growing-context.js";
export type { LocalLife, LocalRules } from "./thrown-away.js";
export { localLife } from "./thrown-away.js";
export type { CodePlace } from "./repeated-run.js";
export { isBounded, mayRunOften, isKnownToRepeat, runsRepeatedly } from "./repeated-run.js";
export type { LoopingDefer } from "./looping-defer.js";
export { findLoopingDefer } from "./looping-defer.js";
export type { EarlyUse } from "./early-use.js";
export { EarlyUses } from "./early-use.js";
export { hasNoStream } from "./idle-stream.js";
export { closesUnread } from "./unread-answer.js";
export { isCounted } from "./process-lifetime.js";
