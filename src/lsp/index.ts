import { ProposedFeatures, createConnection } from "vscode-languageserver/node";
import { serve } from "./server.js";

/** Serves a client over streams, until it says `exit` or is gone: then the process ends. */
export function serveOver(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  serve(createConnection(ProposedFeatures.all, input, output));
}
