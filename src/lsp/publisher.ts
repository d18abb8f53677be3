import { setImmediate, setTimeout as delay } from "node:timers/promises";
import type { FileResult } from "../engine/session/folder-session.js";
import { parentPath } from "../project/index.js";
import type { OpenDocument, OpenDocuments } from "./open-documents.js";

/** Milliseconds without a change after which files of other folders are linted, too. */
const longQuiet = 300;

/** What a publisher needs. */
export interface PublisherParts {
  readonly documents: OpenDocuments;
  readonly lint: (path: string) => Promise<FileResult>;
  readonly publish: (document: OpenDocument, result: FileResult) => void;
  readonly onCrash: (error: unknown) => void;
  /** Milliseconds. */
  readonly debounce: number;
}

/**
 * Publishes what is found in open documents, some moments after the last change: first for the file that was edited,
 * then for its siblings, and after a pause for files that may import them. A change in between ends the round, and the
 * next one does what is left; so nothing is published for a text that is no longer there.
 */
export class Publisher {
  readonly #parts: PublisherParts;
  /** What each document was last published for. */
  readonly #published = new Map<string, { readonly version: number; readonly result: FileResult }>();
  #timer: NodeJS.Timeout | undefined;
  #round = 0;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Says that something has changed. */
  schedule(): void {
    const round = ++this.#round;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#run(round).catch(this.#parts.onCrash);
    }, this.#parts.debounce);
  }

  /** Forgets a document that was closed. */
  forget(path: string): void {
    this.#published.delete(path);
  }

  /** Ends what is going on. */
  stop(): void {
    this.#round++;
    clearTimeout(this.#timer);
  }

  async #run(round: number): Promise<void> {
    const [edited, ...others] = this.#parts.documents.all;
    if (!edited) return;
    const folder = parentPath(edited.path);
    const isSibling = ({ path }: OpenDocument): boolean => parentPath(path) === folder;
    await this.#publishAll([edited, ...others.filter(isSibling)], round);
    const elsewhere = others.filter((document) => !isSibling(document));
    if (elsewhere.length === 0) return;
    await delay(longQuiet, undefined, { ref: false });
    await this.#publishAll(elsewhere, round);
  }

  async #publishAll(documents: readonly OpenDocument[], round: number): Promise<void> {
    for (const { path } of documents) {
      if (round !== this.#round) return;
      const result = await this.#parts.lint(path);
      // Nothing that the client says is handled between the end of linting and here.
      const document = this.#parts.documents.at(path);
      if (document) this.#publish(document, result);
      await setImmediate();
    }
  }

  #publish(document: OpenDocument, result: FileResult): void {
    const { path, version } = document;
    const last = this.#published.get(path);
    if (last?.version === version && last.result === result) return;
    this.#published.set(path, { version, result });
    this.#parts.publish(document, result);
  }
}
