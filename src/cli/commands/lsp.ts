import { serveOver } from "../../lsp/index.js";

/** `leakcheck lsp`: serves an editor over standard input and output, until the editor ends it. */
export function lspCommand(): Promise<never> {
  serveOver(process.stdin, process.stdout);
  // The connection ends the process.
  return new Promise(() => {});
}
