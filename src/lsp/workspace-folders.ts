import type { InitializeParams, WorkspaceFolder } from "vscode-languageserver/node";
import { parentPath, pathBelow } from "../project/index.js";
import { pathOfUri } from "./file-uri.js";

/** The folders that are open in the editor. */
export class WorkspaceFolders {
  readonly #paths = new Set<string>();

  constructor({ workspaceFolders, rootUri }: InitializeParams) {
    const alone = rootUri ? [{ uri: rootUri, name: "" }] : [];
    this.change(workspaceFolders ?? alone, []);
  }

  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    for (const path of pathsOf(removed)) this.#paths.delete(path);
    for (const path of pathsOf(added)) this.#paths.add(path);
  }

  /** The innermost folder around a file; the file's own where it lies in none. */
  around(path: string): string {
    const around = [...this.#paths].filter((folder) => pathBelow(folder, path) !== undefined);
    return around.toSorted((a, b) => b.length - a.length)[0] ?? parentPath(path);
  }
}

function pathsOf(folders: readonly WorkspaceFolder[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOfUri(uri)?.replace(/(?<=[^/:])\/+$/, "") ?? []);
}
