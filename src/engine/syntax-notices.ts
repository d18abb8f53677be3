import type { Notice } from "../diagnostic/index.js";
import type { GoFile } from "../project/index.js";
import type { SyntaxTree } from "../syntax/index.js";
import { LineIndex } from "../text/line-index.js";

/** What Go would reject before it looks at any name. */
export function syntaxNotices(file: GoFile, tree: SyntaxTree, path: string): Notice[] {
  const [first] = tree.errors;
  if (first) {
    const position = new LineIndex(tree.text).position(first.start);
    const what = first.missing === undefined ? "syntax error" : `syntax error: ${first.missing} expected`;
    const more = tree.errors.length > 1 ? ` (and ${tree.errors.length - 1} more in this file)` : "";
    return [
      { kind: "syntax-error", message: `${what}${more}; linted what could be parsed`, file: path, position },
    ];
  }
  if (file.packageName !== "") return [];
  // The grammar does not ask for one.
  const position = { line: 1, column: 1 };
  return [
    { kind: "syntax-error", message: "syntax error: there is no package clause", file: path, position },
  ];
}
