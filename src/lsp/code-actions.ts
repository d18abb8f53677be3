import { diffLines } from "diff";
import { CodeActionKind } from "vscode-languageserver/node";
import type {
  CodeAction,
  Diagnostic as LspDiagnostic,
  SnippetTextEdit,
  TextEdit,
} from "vscode-languageserver/node";
import type { Diagnostic, Fix, FixedFile, TextEdit as OffsetEdit } from "../diagnostic/index.js";
import { placeDirective } from "../engine/directives/place-directive.js";
import type { DocumentView } from "./document-view.js";
import { workspaceEdit } from "./workspace-edit.js";

/** All safe fixes of a file at once, for editors that fix on save. */
export const fixAllKind = "source.fixAll.leakcheck";
/** For silencing a finding. */
export const ignoreKind = `${CodeActionKind.QuickFix}.ignore`;

/** What stands for a reason until somebody writes one. */
const reasonToFillIn = "say why this is no leak";

/** Whether an action of a kind is wanted by a client that asks for some kinds only, or for all. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

/** The fixes for one finding, those that are safe first, and the directive that silences it. */
export function actionsFor(diagnostic: Diagnostic, view: DocumentView): CodeAction[] {
  const diagnostics = [view.toLsp(diagnostic)];
  const fixes = diagnostic.fixes
    .toSorted((a, b) => Number(b.kind === "safe") - Number(a.kind === "safe"))
    .map((fix) => fixAction(fix, diagnostics, view));
  const ignore = ignoreAction(diagnostic, diagnostics, view);
  return ignore ? [...fixes, ignore] : fixes;
}

function fixAction(fix: Fix, diagnostics: LspDiagnostic[], view: DocumentView): CodeAction {
  const { document, client } = view;
  return {
    title: fix.message.charAt(0).toUpperCase() + fix.message.slice(1),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(fix.kind === "safe" ? { isPreferred: true } : {}),
    edit: workspaceEdit(document, textEdits(fix.edits, view), client),
  };
}

function ignoreAction(
  { rule, location }: Diagnostic,
  diagnostics: LspDiagnostic[],
  view: DocumentView,
): CodeAction | undefined {
  const { document, result, positions, client } = view;
  // A directive about directives would only ask for the next.
  if (rule.endsWith("-directive") || !result.tree) return undefined;
  const place = placeDirective(result.tree, location.start);
  if (!place) return undefined;
  const range = positions.range(place.at, place.at);
  const before = `${place.indent}//leakcheck:ignore ${rule} `;
  const edit: TextEdit | SnippetTextEdit =
    client.fillsInSnippets && client.versionsEdits
      ? {
          range,
          snippet: { kind: "snippet", value: `${before}\${1:${reasonToFillIn}}${place.lineBreak}` },
        }
      : { range, newText: `${before}${reasonToFillIn}${place.lineBreak}` };
  return {
    title: `Ignore ${rule} here, with a reason`,
    kind: ignoreKind,
    diagnostics,
    edit: workspaceEdit(document, [edit], client),
  };
}

/** One action that brings a document to the text that it has after all safe fixes. */
export function fixAllAction(view: DocumentView, { before, after }: FixedFile): CodeAction {
  return {
    title: "Fix all safe leakcheck findings",
    kind: fixAllKind,
    edit: workspaceEdit(view.document, textEdits(differences(before, after), view), view.client),
  };
}

/** The lines in which two texts differ, as edits. */
function differences(before: string, after: string): readonly OffsetEdit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
    const end = added ? at : at + value.length;
    const last = edits.at(-1);
    if (added || removed) {
      const text = added ? value : "";
      if (last?.end === at) Object.assign(last, { end, text: last.text + text });
      else edits.push({ start: at, end, text });
    }
    at = end;
  }
  return edits;
}

function textEdits(edits: readonly OffsetEdit[], { positions }: DocumentView): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: positions.range(start, end), newText: text }));
}
