import { Language, Parser } from "web-tree-sitter";
import { Disposition, copyTree } from "./copy.js";
import type { SymbolTable } from "./copy.js";
import { directCursor, findCursorExports, publicCursor } from "./cursor.js";
import type { CursorExports } from "./cursor.js";
import { missingLineBreaks } from "./missing-line-breaks.js";
import { tokenIds } from "./node.js";
import { fieldNames, kindNames } from "./nodes.generated.js";
import { repairs } from "./repair.js";
import { SyntaxTree } from "./tree.js";

/** What the parser needs from the outside: the two WebAssembly modules as bytes. */
export interface GrammarFiles {
  /** `web-tree-sitter.wasm` */
  readonly runtime: Uint8Array;
  /** `tree-sitter-go.wasm` */
  readonly grammar: Uint8Array;
}

/** How a parser copies trees: `direct` is the fast way, `public` the one that is always there. */
export type CopyMethod = "direct" | "public";

/** Parses Go files into syntax trees. Made once a process by `loadGoParser`, used for any number of files. */
export class GoParser {
  readonly #parser: Parser;
  readonly #symbols: SymbolTable;
  readonly #exports: CursorExports | undefined;

  constructor(parser: Parser, symbols: SymbolTable, exports: CursorExports | undefined) {
    this.#parser = parser;
    this.#symbols = symbols;
    this.#exports = exports;
  }

  /** The way in which trees are copied unless told otherwise. */
  get copyMethod(): CopyMethod {
    return this.#exports ? "direct" : "public";
  }

  /**
   * Parses one file. Never fails: what cannot be understood becomes ERROR nodes and entries in
   * `SyntaxTree.errors`. Text that newer Go accepts and the grammar does not is masked first (`repair.ts`);
   * nodes still read the true text.
   */
  parse(text: string, method: CopyMethod = this.copyMethod): SyntaxTree {
    let best = this.#parseOnce(text, method);
    if (best.errors.length === 0) return best;
    for (const masked of repairs(text, (type) => this.#isType(type))) {
      const repaired = this.#parseOnce(masked, method);
      if (repaired.errors.length < best.errors.length) best = repaired;
      if (best.errors.length === 0) break;
    }
    return new SyntaxTree(text, best.arena, best);
  }

  #isType(text: string): boolean {
    return this.#parseOnce(`package p\nvar _ ${text}\n`, this.copyMethod).errors.length === 0;
  }

  #parseOnce(text: string, method: CopyMethod): SyntaxTree {
    const tree = this.#parser.parse(text);
    if (!tree) throw new Error("the Go grammar is not loaded");
    try {
      const hasErrors = tree.rootNode.hasError;
      const cursor =
        this.#exports && method === "direct" ? directCursor(tree, this.#exports) : publicCursor(tree);
      try {
        const { arena, comments, errors } = copyTree(cursor, this.#symbols, hasErrors);
        const isHidden = hasErrors && errors.length === 0;
        return new SyntaxTree(text, arena, {
          comments,
          errors: isHidden ? missingLineBreaks(text, arena) : errors,
        });
      } finally {
        cursor.free();
      }
    } finally {
      tree.delete();
    }
  }
}

/** Loads the grammar. The one asynchronous step below the engine: WebAssembly offers no other. */
export async function loadGoParser(files: GrammarFiles): Promise<GoParser> {
  // Parser.init fills this object with the module's exports, which the fast copy looks up in it.
  const module: Record<string, unknown> = { wasmBinary: files.runtime };
  await Parser.init(module);
  const language = await Language.load(files.grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  return new GoParser(parser, symbolTable(language), findCursorExports(module));
}

const literals = new Set(["interpreted_string_literal", "raw_string_literal"]);

function symbolTable(language: Language): SymbolTable {
  const names = language.types;
  const kindIds = new Map<string, number>(kindNames.map((name, id) => [name, id]));
  const dispositions = new Uint8Array(names.length);
  const kinds = new Uint8Array(names.length);
  names.forEach((name, symbol) => {
    const named = language.nodeTypeIsNamed(symbol);
    const id = named ? kindIds.get(name) : tokenIds.get(name);
    if (named && name === "comment") dispositions[symbol] = Disposition.comment;
    if (id === undefined) return;
    kinds[symbol] = id;
    if (!named) dispositions[symbol] = Disposition.token;
    else dispositions[symbol] = literals.has(name) ? Disposition.leaf : Disposition.node;
  });
  const fieldIds = new Map<string, number>(fieldNames.map((name, index) => [name, index + 1]));
  const fields = Uint8Array.from(language.fields, (name) => (name === null ? 0 : (fieldIds.get(name) ?? 0)));
  return { dispositions, kinds, fields, errorSymbol: 0xffff, names };
}
