import { createHash } from "node:crypto";
import { enclosingFunction, receiverTypeName } from "../semantics/index.js";
import type { SyntaxNode } from "../syntax/index.js";

/** What names a finding independently of where in the file it stands. */
export interface FingerprintParts {
  readonly rule: string;
  /** Import path, or the folder where there is no module. */
  readonly packagePath: string;
  /** Label of the enclosing function (`functionLabel`). */
  readonly function: string;
  /** Source text of the acquiring expression. */
  readonly expression: string;
}

/**
 * Gives out fingerprints for the findings of one file, in source order: the same parts again get the next
 * ordinal. A finding keeps its fingerprint when lines move, the file is renamed, or code elsewhere changes.
 */
export class Fingerprinter {
  readonly #seen = new Map<string, number>();

  next(parts: FingerprintParts): string {
    const expression = parts.expression.replace(/\s+/g, " ").trim();
    const key = JSON.stringify([parts.rule, parts.packagePath, parts.function, expression]);
    const ordinal = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, ordinal);
    return createHash("sha256").update(`${key}#${ordinal}`).digest("hex").slice(0, 32);
  }
}

/**
 * Names the function around a node: `Serve`, `Server.Serve`. Names that a package may have several times
 * (`init`, code outside of functions) are told apart by the file's name.
 */
export function functionLabel(node: SyntaxNode, fileName: string): string {
  let declaration = enclosingFunction(node);
  for (let outer = declaration; outer; outer = enclosingFunction(outer)) declaration = outer;
  if (declaration?.kind === "method_declaration") {
    return `${receiverTypeName(declaration) ?? "?"}.${declaration.name.text}`;
  }
  if (declaration?.kind !== "function_declaration") return `(package)@${fileName}`;
  const name = declaration.name.text;
  return name === "init" || name === "_" ? `${name}@${fileName}` : name;
}
