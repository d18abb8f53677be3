import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver/node";
import { pathOfUri } from "./file-uri.js";
import { TextPositions } from "./text-positions.js";
import type { PositionEncoding } from "./text-positions.js";

/** A Go file that is open in the editor. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  /** Absolute, with `/`. */
  readonly path: string;
  readonly version: number;
  readonly text: string;
}

/** The documents that are open, by path. Those that are no Go files on a disk are passed over. */
export class OpenDocuments {
  readonly #byPath = new Map<string, OpenDocument>();
  readonly #encoding: PositionEncoding;

  constructor(encoding: PositionEncoding) {
    this.#encoding = encoding;
  }

  open({ uri, version, text }: TextDocumentItem): OpenDocument | undefined {
    const path = pathOfUri(uri);
    if (path?.endsWith(".go") !== true) return undefined;
    return this.#set({ uri, path, version, text });
  }

  /** Applies changes to an open document, each to what those before it have made. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): OpenDocument | undefined {
    const document = this.find(uri);
    if (!document) return undefined;
    const text = changes.reduce((before, change) => this.#apply(before, change), document.text);
    return this.#set({ ...document, version, text });
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.find(uri);
    if (document) this.#byPath.delete(document.path);
    return document;
  }

  find(uri: string): OpenDocument | undefined {
    const path = pathOfUri(uri);
    return path === undefined ? undefined : this.#byPath.get(path);
  }

  at(path: string): OpenDocument | undefined {
    return this.#byPath.get(path);
  }

  /** The most recently edited first. */
  get all(): readonly OpenDocument[] {
    return [...this.#byPath.values()].toReversed();
  }

  #set(document: OpenDocument): OpenDocument {
    this.#byPath.delete(document.path);
    this.#byPath.set(document.path, document);
    return document;
  }

  #apply(text: string, change: TextDocumentContentChangeEvent): string {
    if (!("range" in change)) return change.text;
    const positions = new TextPositions(text, this.#encoding);
    const start = positions.offset(change.range.start);
    const end = Math.max(start, positions.offset(change.range.end));
    return text.slice(0, start) + change.text + text.slice(end);
  }
}
