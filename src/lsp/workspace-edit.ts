import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { Client } from "./client.js";
import type { OpenDocument } from "./open-documents.js";

/** An edit of one open document, for the version at hand where the client can tell versions apart. */
export function workspaceEdit(
  { uri, version }: OpenDocument,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  client: Client,
): WorkspaceEdit {
  if (client.versionsEdits) {
    return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  }
  return { changes: { [uri]: edits.filter((edit) => "newText" in edit) } };
}
