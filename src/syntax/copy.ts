import { ArenaBuilder } from "./arena.js";
import type { Arena } from "./arena.js";
import type { Cursor } from "./cursor.js";
import { Field, KindId } from "./nodes.generated.js";
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
  /** Arena id of the node to which the nodes at the cursor are added, -1 above the root. */
  let parent = -1;
  /** The same for each level above the cursor. */
  const outer: number[] = [];

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
        const kind = kinds[symbol] ?? KindId.ERROR;
        const isArgument = field === Field.operand && builder.kindOf(parent) === KindId.call_expression;
        if (isArgument) parent = addArguments(parent);
        const id = addNode(parent, kind, isArgument ? 0 : field, cursor);
        const hasChildren =
          disposition === Disposition.node || (disposition === Disposition.leaf && hasErrors);
        if (hasChildren && cursor.toFirstChild()) {
          outer.push(parent);
          parent = id;
          continue;
        }
      }
    }

    while (!cursor.toNextSibling()) {
      const above = outer.pop();
      if (above === undefined) return { arena: builder.finish(), comments, errors };
      while (parent !== above) parent = builder.close(parent);
      cursor.toParent();
    }
  }
}

/**
 * Adds the node at the cursor and returns the id to which its children are added. The grammar takes `F[T](x)` for a conversion:
 * what it converts to becomes an instance that is called, as of `F[T](x, y)`, and only names tell later which of the two it is.
 */
function addNode(parent: number, kind: number, field: number, cursor: Cursor): number {
  const around = builder.kindOf(parent);
  if (kind === KindId.generic_type && around === KindId.type_conversion_expression) {
    builder.relabel(parent, KindId.call_expression);
    const instance = KindId.type_instantiation_expression;
    return builder.add(parent, instance, Field.function, cursor.start(), cursor.end());
  }
  // An instance has its type arguments for children.
  const isList = kind === KindId.type_arguments || kind === KindId.type_elem;
  if (isList && around === KindId.type_instantiation_expression) return parent;
  return builder.add(parent, kind, field, cursor.start(), cursor.end());
}

/** Adds the list for the operand of such a call, which the grammar does not see. */
function addArguments(call: number): number {
  // Behind the instance, or what cannot be understood between the two.
  const start = builder.endOf(builder.lastChildOf(call));
  return builder.add(call, KindId.argument_list, Field.arguments, start, builder.endOf(call));
}
