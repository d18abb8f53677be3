import type { Diagnostic as LspDiagnostic, Location as LspLocation } from "vscode-languageserver/node";
import type { Diagnostic, Location } from "../diagnostic/index.js";
import type { FileResult } from "../engine/session/folder-session.js";
import type { Client } from "./client.js";
import { uriOfPath } from "./file-uri.js";
import { toLspDiagnostic } from "./lsp-diagnostic.js";
import type { OpenDocument, OpenDocuments } from "./open-documents.js";
import { TextPositions } from "./text-positions.js";

/** Where the other files along a path are, and what they say. */
export interface Surroundings {
  readonly client: Client;
  readonly documents: OpenDocuments;
  /** The text of a file that is not open. */
  readonly textOf: (path: string) => string;
}

/** One version of a document and what was found in it, as the client counts and names places. */
export class DocumentView {
  readonly document: OpenDocument;
  readonly result: FileResult;
  readonly client: Client;
  readonly positions: TextPositions;
  readonly #surroundings: Surroundings;
  readonly #files = new Map<string, { readonly uri: string; readonly positions: TextPositions }>();

  constructor(document: OpenDocument, result: FileResult, surroundings: Surroundings) {
    this.document = document;
    this.result = result;
    this.client = surroundings.client;
    this.positions = new TextPositions(document.text, this.client.encoding);
    this.#surroundings = surroundings;
    this.#files.set(document.path, { uri: document.uri, positions: this.positions });
  }

  /** All that was found. */
  get diagnostics(): LspDiagnostic[] {
    return this.result.diagnostics.map((diagnostic) => this.toLsp(diagnostic));
  }

  /** A finding as the client gets it. */
  toLsp(diagnostic: Diagnostic): LspDiagnostic {
    const { showsRelatedInformation } = this.client;
    return toLspDiagnostic(diagnostic, (location) => this.#locate(location), showsRelatedInformation);
  }

  #locate({ file, start, end }: Location): LspLocation {
    let found = this.#files.get(file);
    if (!found) {
      const { documents, textOf } = this.#surroundings;
      const open = documents.at(file);
      const positions = new TextPositions(open?.text ?? textOf(file), this.client.encoding);
      found = { uri: open?.uri ?? uriOfPath(file), positions };
      this.#files.set(file, found);
    }
    return { uri: found.uri, range: found.positions.range(start, end) };
  }
}
