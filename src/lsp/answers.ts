import { setImmediate } from "node:timers/promises";
import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver/node";
import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  Hover,
  HoverParams,
} from "vscode-languageserver/node";
import type { FileResult } from "../engine/session/folder-session.js";
import { actionsFor, fixAllAction, fixAllKind, ignoreKind, isWanted } from "./code-actions.js";
import type { DocumentLinter } from "./document-linter.js";
import { DocumentView } from "./document-view.js";
import type { Surroundings } from "./document-view.js";
import { hoverAt } from "./hover.js";

/** Answers a client's requests, each for the text as it is when the answer is given. */
export class Answers {
  readonly #surroundings: Surroundings;
  readonly #linter: DocumentLinter;
  /** Names results, so that a client need not be told again what it knows. */
  readonly #resultIds = new WeakMap<FileResult, string>();
  #results = 0;

  constructor(surroundings: Surroundings, linter: DocumentLinter) {
    this.#surroundings = surroundings;
    this.#linter = linter;
  }

  async diagnostics(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const view = await this.#view(textDocument.uri, token);
    if (!view) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = this.#resultId(view.result);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: view.diagnostics };
  }

  async codeActions(
    { textDocument, range, context: { only } }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[]> {
    const view = await this.#view(textDocument.uri, token);
    if (!view) return [];
    // Only who asks for it gets what changes the whole file.
    if (only && isWanted(fixAllKind, only)) return this.#fixAll(view);
    if (!isWanted(CodeActionKind.QuickFix, only) && !isWanted(ignoreKind, only)) return [];
    const start = view.positions.offset(range.start);
    const end = view.positions.offset(range.end);
    return view.result.diagnostics
      .filter(({ location }) => location.start <= end && start <= location.end)
      .flatMap((diagnostic) => actionsFor(diagnostic, view))
      .filter(({ kind = "" }) => isWanted(kind, only));
  }

  async #fixAll(view: DocumentView): Promise<CodeAction[]> {
    const { document } = view;
    const fixed = await this.#linter.fix(document.path);
    const isCurrent = this.#surroundings.documents.at(document.path) === document;
    return fixed && isCurrent ? [fixAllAction(view, fixed)] : [];
  }

  async hover({ textDocument, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
    const view = await this.#view(textDocument.uri, token);
    return view && hoverAt(view.positions.offset(position), view.result.diagnostics, view.positions);
  }

  /** An open document with what holds for it now; null for one that is not linted. Throws when nobody wants it any more. */
  async #view(uri: string, token: CancellationToken): Promise<DocumentView | null> {
    // Lets what is on its way come in first: linting is one long step.
    await setImmediate();
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
    }
    const { documents } = this.#surroundings;
    const path = documents.find(uri)?.path;
    if (path === undefined) return null;
    const result = await this.#linter.lint(path);
    const document = documents.at(path);
    return document ? new DocumentView(document, result, this.#surroundings) : null;
  }

  #resultId(result: FileResult): string {
    let id = this.#resultIds.get(result);
    if (id === undefined) {
      id = String(++this.#results);
      this.#resultIds.set(result, id);
    }
    return id;
  }
}
