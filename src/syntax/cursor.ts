import type { Tree, TreeCursor } from "web-tree-sitter";

/** The steps that copying a tree takes. Offsets are UTF-16. */
export interface Cursor {
  symbol(): number;
  field(): number;
  start(): number;
  end(): number;
  isMissing(): boolean;
  toFirstChild(): boolean;
  toNextSibling(): boolean;
  toParent(): boolean;
  /** Gives the cursor's memory back; it cannot be used afterwards. */
  free(): void;
}

/** A cursor through the library's public interface: always there, three times slower. */
export function publicCursor(tree: Tree): Cursor {
  const cursor: TreeCursor = tree.walk();
  return {
    symbol: () => cursor.nodeTypeId,
    field: () => cursor.currentFieldId,
    start: () => cursor.startIndex,
    end: () => cursor.endIndex,
    isMissing: () => cursor.nodeIsMissing,
    toFirstChild: () => cursor.gotoFirstChild(),
    toNextSibling: () => cursor.gotoNextSibling(),
    toParent: () => cursor.gotoParent(),
    free: () => cursor.delete(),
  };
}

type CursorFunction = (tree: number) => number;

/** Exports of the parser's WebAssembly module that make and step a cursor which stays in its memory. */
export interface CursorExports {
  readonly loadRoot: CursorFunction;
  readonly create: CursorFunction;
  readonly symbol: CursorFunction;
  readonly field: CursorFunction;
  readonly start: CursorFunction;
  readonly end: CursorFunction;
  readonly isMissing: CursorFunction;
  readonly toFirstChild: CursorFunction;
  readonly toNextSibling: CursorFunction;
  readonly toParent: CursorFunction;
  readonly free: CursorFunction;
}

const exportNames: Readonly<Record<keyof CursorExports, string>> = {
  loadRoot: "_ts_tree_root_node_wasm",
  create: "_ts_tree_cursor_new_wasm",
  symbol: "_ts_tree_cursor_current_node_type_id_wasm",
  field: "_ts_tree_cursor_current_field_id_wasm",
  start: "_ts_tree_cursor_start_index_wasm",
  end: "_ts_tree_cursor_end_index_wasm",
  isMissing: "_ts_tree_cursor_current_node_is_missing_wasm",
  toFirstChild: "_ts_tree_cursor_goto_first_child_wasm",
  toNextSibling: "_ts_tree_cursor_goto_next_sibling_wasm",
  toParent: "_ts_tree_cursor_goto_parent_wasm",
  free: "_ts_tree_cursor_delete_wasm",
};

/** The exports in the module object that `Parser.init` filled, or undefined when one of them is missing. */
export function findCursorExports(module: Readonly<Record<string, unknown>>): CursorExports | undefined {
  const found = Object.entries(exportNames).map(([step, name]) => [step, module[name]] as const);
  if (!found.every(([, step]) => typeof step === "function")) return undefined;
  return Object.fromEntries(found) as unknown as CursorExports;
}

/**
 * A cursor that calls the WebAssembly module directly. The public cursor copies itself into and out of one
 * memory cell of the module around every step; between two direct calls it simply stays there. Nothing else of
 * the library may run between making such a cursor and freeing it, since all of it shares that cell.
 */
export function directCursor(tree: Tree, exports: CursorExports): Cursor {
  const address = treeAddress(tree);
  exports.loadRoot(address);
  exports.create(address);
  return {
    symbol: () => exports.symbol(address),
    field: () => exports.field(address),
    start: () => exports.start(address),
    end: () => exports.end(address),
    isMissing: () => exports.isMissing(address) === 1,
    toFirstChild: () => exports.toFirstChild(address) === 1,
    toNextSibling: () => exports.toNextSibling(address) === 1,
    toParent: () => exports.toParent(address) === 1,
    free: () => exports.free(address),
  };
}

/** The library keeps a tree's address in WebAssembly memory under the key 0. */
function treeAddress(tree: Tree): number {
  return (tree as unknown as Readonly<Record<0, number>>)[0];
}
