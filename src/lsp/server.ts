import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import type { Connection, InitializeParams, InitializeResult } from "vscode-languageserver/node";
import { rules } from "../../rules/index.js";
import { moduleCacheFolder } from "../engine/module-cache.js";
import { nodeFileSystem } from "../engine/node-file-system.js";
import { packageInfo } from "../engine/package-info.js";
import type { FileResult } from "../engine/session/folder-session.js";
import { LintSession } from "../engine/session/lint-session.js";
import { Answers } from "./answers.js";
import { clientOf } from "./client.js";
import type { Client } from "./client.js";
import { fixAllKind } from "./code-actions.js";
import { DocumentLinter } from "./document-linter.js";
import { DocumentView } from "./document-view.js";
import type { Surroundings } from "./document-view.js";
import { pathOfUri } from "./file-uri.js";
import { OpenDocuments } from "./open-documents.js";
import type { OpenDocument } from "./open-documents.js";
import { Publisher } from "./publisher.js";
import { readSettings } from "./settings.js";
import type { Settings } from "./settings.js";
import { Teller } from "./teller.js";
import { WorkspaceFolders } from "./workspace-folders.js";

const watched = ["**/*.go", "**/go.{mod,work}", "**/.gitignore", "**/.leakcheckrc*", "**/leakcheck.config.*"];

/** Serves one client over a connection that is not yet listened on. */
export function serve(connection: Connection): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const server = new LanguageServer(connection, client, params);
    server.listen();
    return capabilitiesFor(client);
  });
  connection.listen();
}

function capabilitiesFor(client: Client): InitializeResult {
  const filters = [
    { scheme: "file", pattern: { glob: "**/*.go" } },
    { scheme: "file", pattern: { glob: "**", matches: "folder" as const } },
  ];
  return {
    serverInfo: { name: "leakcheck", version: packageInfo().version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(client.pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: "leakcheck",
              interFileDependencies: true,
              workspaceDiagnostics: false,
            },
          }
        : {}),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: { filters }, didRename: { filters }, didDelete: { filters } },
      },
    },
  };
}

/** The state of one client's session and what is done about its messages. */
class LanguageServer {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #settings: Settings;
  readonly #session: LintSession;
  readonly #documents: OpenDocuments;
  readonly #folders: WorkspaceFolders;
  readonly #teller: Teller;
  readonly #linter: DocumentLinter;
  readonly #publisher: Publisher;
  readonly #surroundings: Surroundings;
  readonly #answers: Answers;

  constructor(connection: Connection, client: Client, params: InitializeParams) {
    this.#connection = connection;
    this.#client = client;
    this.#settings = readSettings(params.initializationOptions);
    this.#session = new LintSession({
      fileSystem: nodeFileSystem,
      rules,
      moduleCache: moduleCacheFolder(process.env),
      scripts: this.#settings.trusted ? "run" : "skip",
    });
    this.#documents = new OpenDocuments(client.encoding);
    this.#folders = new WorkspaceFolders(params);
    this.#teller = new Teller(connection);
    this.#linter = new DocumentLinter(this.#session, this.#folders, connection, this.#teller);
    this.#surroundings = {
      client,
      documents: this.#documents,
      textOf: (path) => this.#session.text(path),
    };
    this.#answers = new Answers(this.#surroundings, this.#linter);
    this.#publisher = new Publisher({
      documents: this.#documents,
      lint: (path) => this.#linter.lint(path),
      publish: (document, result) => this.#publish(document, result),
      onCrash: (error) => this.#teller.crash(error),
      debounce: this.#settings.debounce,
    });
  }

  listen(): void {
    this.#followDocuments();
    this.#followFiles();
    const { languages } = this.#connection;
    if (this.#client.pullsDiagnostics) {
      languages.diagnostics.on((params, token) => this.#answers.diagnostics(params, token));
    }
    this.#connection.onCodeAction((params, token) => this.#answers.codeActions(params, token));
    this.#connection.onHover((params, token) => this.#answers.hover(params, token));
    this.#connection.onShutdown(() => this.#publisher.stop());
  }

  #followDocuments(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      this.#lookAtDisk();
      const document = this.#documents.open(textDocument);
      if (!document) return;
      void this.#linter.checkConfig(document.path);
      this.#textChanged(document);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.#documents.change(uri, version, contentChanges);
      if (document) this.#textChanged(document);
    });
    connection.onDidSaveTextDocument(() => {
      this.#lookAtDisk();
      this.#everythingMayDiffer();
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.#documents.close(uri);
      if (!document) return;
      this.#session.setBuffer(document.path, undefined);
      this.#publisher.forget(document.path);
      if (!this.#client.pullsDiagnostics) {
        void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      }
      this.#everythingMayDiffer();
    });
  }

  #followFiles(): void {
    const connection = this.#connection;
    connection.onInitialized(() => {
      if (this.#client.watchesFiles) {
        const watchers = watched.map((globPattern) => ({ globPattern }));
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (this.#client.tellsWorkspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          this.#folders.change(added, removed);
          this.#everythingMayDiffer();
        });
      }
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.map(({ uri }) => uri)));
    connection.workspace.onDidCreateFiles(({ files }) => this.#filesChanged(files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles(({ files }) => this.#filesChanged(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) =>
      this.#filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
  }

  #textChanged({ path, text }: OpenDocument): void {
    this.#session.setBuffer(path, text);
    if (!this.#client.pullsDiagnostics) this.#publisher.schedule();
  }

  #filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const path = pathOfUri(uri);
      if (path !== undefined) this.#session.changed(path);
    }
    this.#everythingMayDiffer();
  }

  /** Of a client that does not say what changes on the disk. */
  #lookAtDisk(): void {
    if (!this.#client.watchesFiles) this.#session.refresh();
  }

  #everythingMayDiffer(): void {
    for (const { path } of this.#documents.all) void this.#linter.checkConfig(path);
    if (!this.#client.pullsDiagnostics) this.#publisher.schedule();
    else if (this.#client.refreshesDiagnostics) {
      this.#connection.languages.diagnostics.refresh().catch((error: unknown) => this.#teller.crash(error));
    }
  }

  #publish(document: OpenDocument, result: FileResult): void {
    const { diagnostics } = new DocumentView(document, result, this.#surroundings);
    void this.#connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  }
}
