import type { Diagnostic } from "../diagnostic/index.js";

/** Findings by the file they are in, in the order of the first of each. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { file } = diagnostic.location;
    const known = files.get(file);
    if (known) known.push(diagnostic);
    else files.set(file, [diagnostic]);
  }
  return files;
}
