import type { InitializeParams } from "vscode-languageserver/node";
import { choosePositionEncoding } from "./text-positions.js";
import type { PositionEncoding } from "./text-positions.js";

/** What the client can do, as far as it matters. */
export interface Client {
  readonly encoding: PositionEncoding;
  /** Whether it asks for diagnostics: then nothing is pushed. */
  readonly pullsDiagnostics: boolean;
  /** Whether it can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly watchesFiles: boolean;
  readonly tellsWorkspaceFolders: boolean;
  /** Whether edits may say which version of a document they are for. */
  readonly versionsEdits: boolean;
  /** Whether edits may have places to fill in. */
  readonly fillsInSnippets: boolean;
}

export function clientOf({ capabilities }: InitializeParams): Client {
  const { general, textDocument, workspace } = capabilities;
  return {
    encoding: choosePositionEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation: textDocument?.publishDiagnostics?.relatedInformation !== false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsWorkspaceFolders: workspace?.workspaceFolders === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    fillsInSnippets: workspace?.workspaceEdit?.snippetEditSupport === true,
  };
}
