export * from "./facts/index.js";
export * as facts from "./facts/index.js";
export type { Releases } from "./since.js";
export { readSince, writeSince } from "./since.js";
export type { ReadData, Stub } from "./stubs.js";
export { StubLibrary } from "./stubs.js";
