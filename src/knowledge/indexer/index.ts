export { readApiReleases } from "./api-releases.js";
export type { ApiFile, ApiReleases } from "./api-releases.js";
export { buildFiles } from "./build-files.js";
export type { BuildFiles } from "./build-files.js";
export type { PackageNames } from "./import-table.js";
export { writeStub } from "./stub.js";
export type { StubDraft, StubSource } from "./stub.js";
