import { ArenaBuilder } from "./arena.js";
import type { Arena } from "./arena.js";
import type { Cursor } from "./cursor.js";
import { KindId } from "./nodes.generated.js";
import type { Span, SyntaxError, TreeExtras } from "./tree.js";

/** What the copy does with a symbol of the grammar. */
export const Disposition = {
  /** Punctuation, keywords: not stored. */
  drop: 0,
  /** Stored, its children copied too. */
  node: 1,
  /** Stored without its children, errors excepted (literals are read as text). */
  leaf: 2,
  /** Stored only where it is in a field (operators). */
  token: 3,
  /** Kept in the list of comments. */
  comment: 4,
} as const;

/** How the grammar's symbols and fields map to the arena's ids; made once from the loaded grammar. */
export interface SymbolTable {
  /** A `Disposition` for each symbol. */
  readonly dispositions: Uint8Array;
  /** Arena kind of each symbol. */
  readonly kinds: Uint8Array;
  /** Arena field of each of the grammar's fields. */
  readonly fields: Uint8Array;
  /** The symbol that stands for an error. */
  readonly errorSymbol: number;
  /** Text of each symbol, for messages. */
  readonly names: readonly string[];
}

/** A tree copied out of the parser's memory. */
export interface CopiedTree extends TreeExtras {
  readonly arena: Arena;
}

const builder = new ArenaBuilder();

/**
 * Copies the tree below a fresh cursor into an arena. Iterative: a tree may be tens of thousands of levels
 * deep. `hasErrors` says whether the parser met errors anywhere, so that clean files skip looking for them.
 */
export function copyTree(cursor: Cursor, symbols: SymbolTable, hasErrors: boolean): CopiedTree {
  const { dispositions, kinds, fields, errorSymbol, names } = symbols;
  const comments: Span[] = [];
  const errors: SyntaxError[] = [];
  /** Arena id of the node whose children the cursor is at, -1 above the root. */
  let parent = -1;

  for (;;) {
    const symbol = cursor.symbol();
    const isError = symbol === errorSymbol;
    if (hasErrors) {
      if (isError) errors.push({ start: cursor.start(), end: cursor.end() });
      else if (cursor.isMissing())
        errors.push({ start: cursor.start(), end: cursor.start(), missing: names[symbol] as string });
    }

    const disposition = isError ? Disposition.node : dispositions[symbol];
    if (disposition === Disposition.comment) {
      comments.push({ start: cursor.start(), end: cursor.end() });
    } else if (disposition !== Disposition.drop) {
      const field = fields[cursor.field()] as number;
      if (disposition !== Disposition.token || field !== 0) {
        const id = builder.add(parent, kinds[symbol] ?? KindId.ERROR, field, cursor.start(), cursor.end());
        const hasChildren =
          disposition === Disposition.node || (disposition === Disposition.leaf && hasErrors);
        if (hasChildren && cursor.toFirstChild()) {
          parent = id;
          continue;
        }
      }
    }

    while (!cursor.toNextSibling()) {
      if (parent === -1) return { arena: builder.finish(), comments, errors };
      parent = builder.close(parent);
      cursor.toParent();
    }
  }
}
