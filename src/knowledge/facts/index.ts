// What the rules need to know about the standard library and popular modules: plain records, no logic.
export { announcers } from "./announcers.js";
export { cMemory, libraryOfC, releasersInC, takersInC } from "./c-memory.js";
export type { CommandMethod } from "./callbacks.js";
export {
  cleanups,
  commandFrameworks,
  commandMethods,
  commandParameters,
  commandRegistrars,
  mainFunctions,
  runners,
  singleRunners,
} from "./callbacks.js";
export {
  borrowers,
  borrowingPackages,
  borrowingTypes,
  generatedClients,
  printers,
  viewTypes,
  views,
} from "./borrowers.js";
export {
  brokerChannels,
  clients,
  dialledClients,
  connections,
  consumers,
  ftpConnections,
  listeners,
  mongoClients,
  producers,
  leaseSessions,
  sessions,
  subscriptions,
  testServers,
  transfers,
  websockets,
} from "./connections.js";
export { closedWithoutLoss, openedForReading, surelyClosed } from "./closings.js";
export {
  causeContexts,
  contextCarriers,
  contextDetachers,
  contextRunners,
  contextUsers,
  contextWrappers,
  contexts,
  derivedContexts,
  requestContexts,
  requestMakers,
} from "./contexts.js";
export {
  endingEvents,
  endingGoroutine,
  endingMethods,
  endingProcess,
  neverReturning,
  panicking,
  sendingEvent,
} from "./endings.js";
export {
  alwaysFailing,
  errorMakers,
  failureExpectations,
  neverFailing,
  nilForNil,
  trueForNil,
} from "./errors.js";
export { archives, diskFileSystems, files, handles, remoteFiles, roots, virtualFiles } from "./files.js";
export { panickingOnNil } from "./nil-receivers.js";
export { openedOnError } from "./opened-on-error.js";
export { commands, detachingFields, processes } from "./processes.js";
export { releasers } from "./releasers.js";
export type { Position, Release, ResourceFacts } from "./resource.js";
export { headResponses, objectBodies, objectReaders, objectWriters, responses } from "./responses.js";
export { signalChannels, signalResets } from "./signals.js";
export { finishedSpans, spans } from "./spans.js";
export {
  batchResults,
  batches,
  changeStreams,
  contextTransactions,
  cursors,
  databaseSessions,
  databases,
  gormTransactions,
  pgxConnections,
  pooledConnections,
  readTransactions,
  rowIterators,
  rows,
  singleRows,
  sqlConnections,
  statements,
  transactions,
} from "./sql.js";
export { steadyFunctions, steadyPackages } from "./steady.js";
export {
  badgerIterators,
  boltTransactions,
  levelIterators,
  levelSnapshots,
  storeTransactions,
  stores,
} from "./stores.js";
export {
  discardingWriters,
  finishingWriters,
  memoryReaders,
  memorySinks,
  workingReaders,
  workingWriters,
} from "./streams.js";
export type { SureCall } from "./sure-calls.js";
export {
  encodableTypes,
  listenersIn,
  memoryStreams,
  partlyEncodableTypes,
  portListeners,
  streamsOver,
  sureCalls,
} from "./sure-calls.js";
export type { Wrapper } from "./takers.js";
export { takers, wrappers } from "./takers.js";
export { sharedDirectories, temporaryDirectories, temporaryFiles } from "./temporary-files.js";
export { clockTickers, delayedCalls, tickers, timerChannels, timers } from "./timers.js";
export {
  dialFields,
  headerSetters,
  idleClosers,
  idleCounts,
  idleLimits,
  lastRequests,
  readDeadlines,
  transportUses,
} from "./transports.js";
export { fileWatchers, watches } from "./watches.js";
