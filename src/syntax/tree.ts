import type { Arena } from "./arena.js";
import { Node } from "./node.js";
import type { SourceFileNode, SyntaxNode } from "./nodes.generated.js";

/** A stretch of the text (UTF-16 offsets, end exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place that the parser could not make sense of. */
export interface SyntaxError extends Span {
  /** The token that would have been needed here, when the parser went on as if it were there. */
  readonly missing?: string;
}

/** What the parser found besides the nodes. */
export interface TreeExtras {
  /** Comments in document order, delimiters included. */
  readonly comments: readonly Span[];
  /** Empty for a file that parsed cleanly. */
  readonly errors: readonly SyntaxError[];
}

/** The syntax tree of one Go file: an immutable value that knows nothing of other files. */
export class SyntaxTree {
  readonly text: string;
  readonly arena: Arena;
  readonly comments: readonly Span[];
  readonly errors: readonly SyntaxError[];
  readonly #nodes: (SyntaxNode | undefined)[] = [];

  constructor(text: string, arena: Arena, extras: TreeExtras) {
    this.text = text;
    this.arena = arena;
    this.comments = extras.comments;
    this.errors = extras.errors;
    this.#nodes.length = arena.size;
  }

  get root(): SourceFileNode {
    return this.node(0) as SourceFileNode;
  }

  /** The view of an arena entry. One object per node, so nodes can be compared and used as keys. */
  node(id: number): SyntaxNode {
    return (this.#nodes[id] ??= new Node(this, id) as unknown as SyntaxNode);
  }
}
