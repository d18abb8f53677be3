import { withoutInstance } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  CallExpressionNode,
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxTree,
} from "../../syntax/index.js";

/** Ids of calls by the last word of what they call. */
export type CallsByWord = ReadonlyMap<string, readonly number[]>;

/** A function with a name, and what is called in it. */
export interface CallingFunction {
  /** Of its declaration. */
  readonly id: number;
  readonly name: string;
  readonly hasResult: boolean;
  readonly calls: CallsByWord;
}

// By arena: trees that are the same but for what is remembered of them share what is in these tables.
const callTables = new WeakMap<SyntaxTree["arena"], CallsByWord>();
const functionTables = new WeakMap<SyntaxTree["arena"], readonly CallingFunction[]>();

/** All calls of a file, found without resolving any name. */
export function callsOf(tree: SyntaxTree): CallsByWord {
  const known = callTables.get(tree.arena);
  if (known) return known;
  const calls = callsIn(tree, 0, tree.arena.size);
  callTables.set(tree.arena, calls);
  return calls;
}

/** The functions and methods that a file declares. */
export function callingFunctions(tree: SyntaxTree): readonly CallingFunction[] {
  const known = functionTables.get(tree.arena);
  if (known) return known;
  const functions = functionsOf(tree);
  functionTables.set(tree.arena, functions);
  return functions;
}

function functionsOf(tree: SyntaxTree): readonly CallingFunction[] {
  const { kinds, subtreeEnds, size } = tree.arena;
  const found: CallingFunction[] = [];
  for (let id = 1; id < size; id = subtreeEnds[id] as number) {
    if (kinds[id] !== KindId.function_declaration && kinds[id] !== KindId.method_declaration) continue;
    const declaration = tree.node(id) as FunctionDeclarationNode | MethodDeclarationNode;
    found.push({
      id,
      name: declaration.name.text,
      hasResult: declaration.result !== undefined,
      calls: callsIn(tree, id, subtreeEnds[id] as number),
    });
  }
  return found;
}

function callsIn(tree: SyntaxTree, from: number, to: number): CallsByWord {
  const { kinds } = tree.arena;
  const byWord = new Map<string, number[]>();
  for (let id = from; id < to; id++) {
    if (kinds[id] !== KindId.call_expression) continue;
    const word = lastWordAt(id, tree);
    const calls = byWord.get(word);
    if (calls) calls.push(id);
    else byWord.set(word, [id]);
  }
  return byWord;
}

/** `lastWord` of a call, most often without a view of any node: asked of all calls. */
function lastWordAt(call: number, tree: SyntaxTree): string {
  const { kinds, starts, ends, subtreeEnds } = tree.arena;
  // What is called comes first, and what it is selected from before the name.
  const isSelected = kinds[call + 1] === KindId.selector_expression;
  const name = isSelected ? (subtreeEnds[call + 2] as number) : call + 1;
  const isName = kinds[name] === (isSelected ? KindId.field_identifier : KindId.identifier);
  return isName ? tree.text.slice(starts[name], ends[name]) : lastWord(tree.node(call) as CallExpressionNode);
}

/** The name by which a call calls, without what it is selected from and type arguments; empty for calls of other expressions. */
export function lastWord(call: CallExpressionNode): string {
  const called = withoutInstance(call.function);
  switch (called.kind) {
    case "selector_expression":
      return called.field.text;
    case "qualified_type":
      return called.name.text;
    case "identifier":
    case "type_identifier":
      return called.text;
    default:
      return "";
  }
}
