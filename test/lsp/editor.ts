import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  StreamMessageReader,
  StreamMessageWriter,
  createConnection,
  createMessageConnection,
} from "vscode-languageserver/node";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  MessageConnection,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
} from "vscode-languageserver/node";
import { serve } from "../../src/lsp/server.js";
import type { GoProject } from "../cli/go-project.js";

/** How an editor introduces itself. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Folders of the workspace, relative to the project; its root unless said otherwise. */
  readonly folders?: readonly string[];
}

/** A message that the server shows or logs. */
export interface ServerMessage {
  readonly method: string;
  readonly message: string;
}

/** An editor that talks to a server in this process, over streams as over standard input and output. */
export class Editor {
  readonly project: GoProject;
  readonly connection: MessageConnection;
  readonly messages: ServerMessage[] = [];
  /** Methods that the server has asked the client for. */
  readonly requests: { readonly method: string; readonly params: unknown }[] = [];
  /** All that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  initialized: InitializeResult = { capabilities: {} };

  private constructor(project: GoProject, connection: MessageConnection) {
    this.project = project;
    this.connection = connection;
    connection.onNotification((method: string, params: unknown) => this.#hear(method, params));
    connection.onRequest((method: string, params: unknown) => {
      this.requests.push({ method, params });
      this.#wake();
      return null;
    });
    connection.listen();
  }

  static async start(project: GoProject, options: EditorOptions = {}): Promise<Editor> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
    const connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const editor = new Editor(project, connection);
    await editor.#initialize(options);
    return editor;
  }

  async #initialize({
    capabilities = {},
    initializationOptions = {},
    folders = ["."],
  }: EditorOptions): Promise<void> {
    const workspaceFolders = folders.map((folder) => ({ uri: this.uri(folder), name: folder }));
    this.initialized = await this.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: { debounce: 0, ...(initializationOptions as object) },
      workspaceFolders,
    });
    await this.tell("initialized", {});
  }

  uri(path: string): string {
    return pathToFileURL(this.project.path(path)).href;
  }

  tell(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params as object);
  }

  /** Opens a file, with what is on the disk unless another text is given. */
  open(path: string, text = this.project.read(path)): Promise<void> {
    this.#versions.set(path, 1);
    const textDocument = { uri: this.uri(path), languageId: "go", version: 1, text };
    return this.tell("textDocument/didOpen", { textDocument });
  }

  /** Replaces the whole text of a document, or parts of it. */
  change(path: string, ...changes: (string | TextDocumentContentChangeEvent)[]): Promise<void> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    return this.tell("textDocument/didChange", {
      textDocument: { uri: this.uri(path), version },
      contentChanges: changes.map((change) => (typeof change === "string" ? { text: change } : change)),
    });
  }

  save(path: string): Promise<void> {
    return this.tell("textDocument/didSave", { textDocument: { uri: this.uri(path) } });
  }

  close(path: string): Promise<void> {
    return this.tell("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  /** Says that files on the disk have changed. */
  tellChanged(...paths: string[]): Promise<void> {
    return this.tell("workspace/didChangeWatchedFiles", {
      changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })),
    });
  }

  /** What is published for the present version of a document, once it has findings of these rules. */
  async findings(path: string, ...rules: readonly string[]): Promise<readonly Diagnostic[]> {
    const found = await this.until(() => {
      const last = this.lastPublished(path);
      const codes = last?.diagnostics.map(({ code }) => code);
      const isCurrent = last?.version === undefined || last.version === this.#versions.get(path);
      return isCurrent && codes?.join() === rules.join() ? last : undefined;
    });
    return found.diagnostics;
  }

  lastPublished(path: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast(({ uri }) => uri === this.uri(path));
  }

  /** Waits until something is there that messages of the server bring about. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => void this.#waiting.add(resolve));
    }
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: this.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  actions(path: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  hover(path: string, line: number, character: number): Promise<Hover | null> {
    const textDocument = { uri: this.uri(path) };
    return this.connection.sendRequest("textDocument/hover", { textDocument, position: { line, character } });
  }

  #hear(method: string, params: unknown): void {
    if (method === "textDocument/publishDiagnostics") this.published.push(params as PublishDiagnosticsParams);
    else this.messages.push({ method, message: (params as { message?: string }).message ?? "" });
    this.#wake();
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

/** The range of the first place in a text where some words stand. */
export function rangeOf(text: string, words: string): Range {
  const before = text.slice(0, text.indexOf(words)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + words.length } };
}

/** A text after edits of a code action for one document. */
export function edited(text: string, action: CodeAction | undefined): string {
  const edits = Object.values(action?.edit?.changes ?? {})
    .flat()
    .toSorted((a, b) => b.range.start.line - a.range.start.line);
  const lines = text.split("\n");
  const offset = ({ line, character }: TextEdit["range"]["start"]): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits.reduce(
    (before, { range, newText }) =>
      before.slice(0, offset(range.start)) + newText + before.slice(offset(range.end)),
    text,
  );
}
