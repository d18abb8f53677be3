import type { Connection } from "vscode-languageserver/node";
import type { FixedFile } from "../diagnostic/index.js";
import type { ConfigProblem } from "../engine/config/index.js";
import { ConfigError } from "../engine/config/index.js";
import type { FileResult } from "../engine/session/folder-session.js";
import type { LintSession } from "../engine/session/lint-session.js";
import { parentPath } from "../project/index.js";
import { uriOfPath } from "./file-uri.js";
import type { Teller } from "./teller.js";
import type { WorkspaceFolders } from "./workspace-folders.js";

const nothing: FileResult = { diagnostics: [], notices: [], suppressed: 0 };

/** Lints open documents, and tells what is wrong with configurations where it can be seen. Never throws. */
export class DocumentLinter {
  readonly #session: LintSession;
  readonly #folders: WorkspaceFolders;
  readonly #connection: Connection;
  readonly #teller: Teller;
  /** Config files that have diagnostics. */
  readonly #brokenConfigs = new Set<string>();

  constructor(session: LintSession, folders: WorkspaceFolders, connection: Connection, teller: Teller) {
    this.#session = session;
    this.#folders = folders;
    this.#connection = connection;
    this.#teller = teller;
  }

  /** What holds for the file as it is when the promise is kept. */
  async lint(path: string): Promise<FileResult> {
    try {
      const result = await this.#session.lint(path, this.#folders.around(path));
      for (const notice of result.notices) this.#teller.note(notice);
      return result;
    } catch (error) {
      this.#tellFailure(error);
      return nothing;
    }
  }

  /** The file before and after all safe fixes; undefined where there is nothing to fix. */
  async fix(path: string): Promise<FixedFile | undefined> {
    try {
      return await this.#session.fix(path, this.#folders.around(path));
    } catch (error) {
      this.#tellFailure(error);
      return undefined;
    }
  }

  /** Looks at the configuration of a file, which may have been mended, or have parts that may not run. */
  async checkConfig(path: string): Promise<void> {
    try {
      const { files, skipped } = await this.#session.config(parentPath(path));
      for (const file of skipped) this.#teller.warn(notRun(file));
      for (const file of files) this.#clear(file);
    } catch (error) {
      this.#tellFailure(error);
    }
  }

  #tellFailure(error: unknown): void {
    if (!(error instanceof ConfigError)) {
      this.#teller.crash(error);
      return;
    }
    this.#teller.error(`leakcheck cannot lint with this configuration:\n${error.message}`);
    for (const [file, problems] of byFile(error.problems)) {
      this.#brokenConfigs.add(file);
      const diagnostics = problems.map(({ line = 1, column = 1, message }) => {
        const start = { line: line - 1, character: column - 1 };
        return { range: { start, end: start }, message, severity: 1 as const, source: "leakcheck" };
      });
      void this.#connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics });
    }
  }

  #clear(file: string): void {
    if (!this.#brokenConfigs.delete(file)) return;
    void this.#connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics: [] });
  }
}

function notRun(file: string): string {
  return `leakcheck does not run JavaScript in a workspace that is not trusted: ${file} is left out. See docs/editors.md.`;
}

function byFile(problems: readonly ConfigProblem[]): Map<string, ConfigProblem[]> {
  const found = new Map<string, ConfigProblem[]>();
  for (const problem of problems) {
    if (problem.file === undefined) continue;
    found.set(problem.file, [...(found.get(problem.file) ?? []), problem]);
  }
  return found;
}
