import { MessageType, ShowMessageNotification } from "vscode-languageserver/node";
import type { Connection } from "vscode-languageserver/node";
import type { Notice } from "../diagnostic/index.js";

/** Tells the user what is no finding, each thing once. */
export class Teller {
  readonly #connection: Connection;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A message that the editor shows. */
  warn(message: string): void {
    this.#show(MessageType.Warning, message);
  }

  /** A message that the editor shows. */
  error(message: string): void {
    this.#show(MessageType.Error, message);
  }

  /** What could not be looked at, for the log. */
  note({ kind, message, file, position, detail }: Notice): void {
    // The editor shows those anyhow.
    if (kind === "syntax-error") return;
    const place = [file, position?.line, position?.column].filter((part) => part !== undefined).join(":");
    const text = `${place}: ${message}${detail === undefined ? "" : `\n${detail}`}`;
    if (!this.#isNew(text)) return;
    if (kind === "internal-error") this.#connection.console.error(text);
    else this.#connection.console.info(text);
  }

  /** An error that nobody expected, for the log. */
  crash(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  // Not by the connection's own methods: those ask a question, and wait for its answer.
  #show(type: MessageType, message: string): void {
    if (!this.#isNew(message)) return;
    void this.#connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  #isNew(text: string): boolean {
    if (this.#told.has(text)) return false;
    this.#told.add(text);
    return true;
  }
}
