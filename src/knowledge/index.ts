export { borrowers } from "./borrowers.js";
export { neverReturning } from "./no-return.js";
export type { Releases } from "./since.js";
export { readSince, writeSince } from "./since.js";
export type { ReadData, Stub } from "./stubs.js";
export { StubLibrary } from "./stubs.js";
