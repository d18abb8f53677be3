import type { Location as SarifLocation, Region } from "sarif";
import type { Location, Position } from "../diagnostic/index.js";
import type { ArtifactUris } from "./artifact-uris.js";

/** A place in a file as SARIF has it; the end column is exclusive there too. */
export function sarifLocation(location: Location, uris: ArtifactUris): SarifLocation {
  const { file, from, to } = location;
  return { physicalLocation: { artifactLocation: uris.of(file), region: sarifRegion(from, to) } };
}

export function sarifRegion(from: Position, to: Position): Region {
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
