import { realpathSync, statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { workspace } from "vscode";
import type { LogOutputChannel } from "vscode";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";
import type { LanguageClientOptions } from "vscode-languageclient/node";
import { tellMissing } from "./missing-server.js";
import { serverProcess } from "./server-process.js";
import { findServer } from "./server-search.js";
import type { SearchResult } from "./server-search.js";
import { readSettings } from "./settings.js";
import type { Settings } from "./settings.js";

const isWindows = process.platform === "win32";

/** Milliseconds after which nothing waits for a server any more: a program that is none may never answer. */
const longestStart = 10_000;

/** The language server of the window: one for all folders, since it knows which file belongs to which. */
export class Server {
  readonly #output: LogOutputChannel;
  /** A folder that is there and is not the workspace's. */
  readonly #home: string;
  #client: LanguageClient | undefined;
  /** What was found when it was last started. */
  #found: SearchResult | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(output: LogOutputChannel, home: string) {
    this.#output = output;
    this.#home = home;
  }

  /** Starts the server, anew where it runs. */
  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Restarts where other folders lead to another server; else the running one is told by its client. */
  foldersChanged(): Promise<void> {
    return this.#next(async () => {
      const { isEnabled, path } = readSettings();
      if (!isEnabled || areEqual(search(path), this.#found)) return;
      await this.#stop();
      await this.#start();
    });
  }

  stop(): Promise<void> {
    return this.#next(() => this.#stop());
  }

  /** Does something after what is under way, be that well or not. */
  #next(action: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(action).catch((error: unknown) => this.#log(error));
    return this.#last;
  }

  #log(error: unknown): void {
    this.#output.error(error instanceof Error ? error : String(error));
  }

  async #start(): Promise<void> {
    const settings = readSettings();
    if (!settings.isEnabled) return;
    const found = search(settings.path);
    this.#found = found;
    if (found.kind !== "found") {
      this.#output.warn(`No server: ${JSON.stringify(found)}`);
      // Not waited for: the user may never press a button.
      void tellMissing(found);
      return;
    }
    this.#output.info(`Starting ${found.path}`);
    const host = { execPath: process.execPath, env: process.env, isWindows };
    const start = serverProcess(found.path, this.#folderToStartIn(), host);
    this.#client = new LanguageClient("leakcheck", "leakcheck", start, this.#optionsFor(settings));
    await Promise.race([this.#client.start(), delay(longestStart, undefined, { ref: false })]);
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#found = undefined;
    // The client has no way to stop a server that never came up, but ends its process all the same.
    await client?.dispose().catch((error: unknown) => this.#log(error));
  }

  /** Version managers choose by the folder; but Windows looks for programs in it, whosever they are. */
  #folderToStartIn(): string {
    const [folder] = openFolders();
    return workspace.isTrusted && folder !== undefined ? folder : this.#home;
  }

  #optionsFor({ runsOnType }: Settings): LanguageClientOptions {
    return {
      documentSelector: [{ scheme: "file", language: "go" }],
      initializationOptions: { trusted: workspace.isTrusted },
      diagnosticPullOptions: { onChange: runsOnType, onSave: true },
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    };
  }
}

function search(configuredPath: string): SearchResult {
  return findServer({
    folders: openFolders(),
    isTrusted: workspace.isTrusted,
    configuredPath,
    searchPath: process.env["PATH"] ?? "",
    isWindows,
    isFile,
    realPath,
  });
}

function openFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === "file")
    .map(({ uri }) => uri.fsPath);
}

function areEqual(a: SearchResult, b: SearchResult | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function realPath(path: string): string {
  try {
    // The native one also gives names the letters that they have on the disk.
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
