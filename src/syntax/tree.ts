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

/** A page has 64 nodes. */
const pageBits = 6;
const pageMask = (1 << pageBits) - 1;

/** The syntax tree of one Go file: an immutable value that knows nothing of other files. */
export class SyntaxTree {
  readonly text: string;
  readonly arena: Arena;
  readonly comments: readonly Span[];
  readonly errors: readonly SyntaxError[];
  /** Views of nodes, page by page: of most trees only a few places are looked at. */
  readonly #pages: (SyntaxNode | undefined)[][] = [];

  constructor(text: string, arena: Arena, extras: TreeExtras) {
    this.text = text;
    this.arena = arena;
    this.comments = extras.comments;
    this.errors = extras.errors;
  }

  /** The same tree as another value, of which nothing is remembered: for an analysis that begins anew. */
  again(): SyntaxTree {
    return new SyntaxTree(this.text, this.arena, this);
  }

  get root(): SourceFileNode {
    return this.node(0) as SourceFileNode;
  }

  /** The view of an arena entry. One object per node, so nodes can be compared and used as keys. */
  node(id: number): SyntaxNode {
    const page = (this.#pages[id >>> pageBits] ??= this.#newPage(id));
    return (page[id & pageMask] ??= new Node(this, id) as unknown as SyntaxNode);
  }

  #newPage(id: number): (SyntaxNode | undefined)[] {
    const page: (SyntaxNode | undefined)[] = [];
    page.length = Math.min(pageMask + 1, this.arena.size - (id & ~pageMask));
    return page;
  }
}
