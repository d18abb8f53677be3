import { withoutParentheses } from "../semantics/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { Expression, RangeClauseNode, SyntaxNode } from "../syntax/index.js";
import { mayHold } from "./holding-type.js";
import type { Turn } from "./turn.js";

/** What a piece of code in a turn is about. */
export interface TurnValues {
  /** The variables that get something in each turn that was not there before. */
  readonly fresh: ReadonlySet<GoObject>;
  /** Whether it is about something that was there before, another one in each turn. */
  readonly hasElements: boolean;
}

/** Tells `f` of `f, err := os.Open(path)`, which each turn makes anew, from `m` of `range mutexes`. */
export function turnValues(code: SyntaxNode, turn: Turn, semantics: FileSemantics): TurnValues {
  const fresh = new Set<GoObject>();
  let hasElements = hasKind(code, KindId.index_expression);
  for (const variable of variablesIn(code, semantics)) {
    const isNew = isFresh(variable, turn, semantics);
    if (isNew && mayHold(semantics.typeOfObject(variable), semantics)) fresh.add(variable);
    // A name or a number that is computed from an element is no more than the element is.
    else if (isNew || isDeclaredIn(variable, turn)) hasElements = true;
  }
  return { fresh, hasElements };
}

/** The local variables that code mentions without declaring them. */
function variablesIn(code: SyntaxNode, semantics: FileSemantics): ReadonlySet<GoObject> {
  const { kinds, subtreeEnds } = code.tree.arena;
  const variables = new Set<GoObject>();
  for (let id = code.id; id < (subtreeEnds[code.id] as number); id++) {
    const object = kinds[id] === KindId.identifier ? semantics.objectOf(code.tree.node(id)) : undefined;
    const isLocal = object?.kind === "variable" && object.level === "local";
    if (isLocal && object.identifier && !code.contains(object.identifier)) variables.add(object);
  }
  return variables;
}

function hasKind(code: SyntaxNode, kind: number): boolean {
  const { kinds, subtreeEnds } = code.tree.arena;
  return kinds.subarray(code.id, subtreeEnds[code.id]).includes(kind);
}

function isDeclaredIn({ identifier }: GoObject, turn: Turn): boolean {
  return identifier !== undefined && turn.contains(identifier);
}

/** Whether a turn gives a variable something that was not there before. */
function isFresh(variable: GoObject, turn: Turn, semantics: FileSemantics): boolean {
  const { declaration } = variable;
  if (!declaration || !isDeclaredIn(variable, turn)) return isAssignedIn(variable, turn, semantics);
  if (!turn.declaresAnew(declaration)) return false;
  if (declaration.kind !== "range_clause") {
    const value = valueOf(variable);
    return !value || isMadeIn(value, turn, semantics);
  }
  if (!rangesOverBatch(declaration, semantics)) return true;
  // What a loop ranges over is there before its first turn.
  return declaration.parent !== turn.head && isMadeIn(declaration.right, turn, semantics);
}

/** Whether an expression gives more than another name for something that was there before. */
function isMadeIn(source: Expression, turn: Turn, semantics: FileSemantics): boolean {
  const root = rootOf(source);
  if (root.kind === "unary_expression" && root.operator === "<-") return !collects(turn, semantics);
  const origin = root.kind === "identifier" ? semantics.objectOf(root) : undefined;
  if (origin?.kind !== "variable") return true;
  return origin.level === "local" && isFresh(origin, turn, semantics);
}

/** Whether a loop has a turn for each of a number of things, so that what it receives are their results. */
function collects({ loop }: Turn, semantics: FileSemantics): boolean {
  return loop?.child?.kind === "range_clause" && rangesOverBatch(loop.child, semantics);
}

/** Whether something is ranged over that does not give new values as it goes, as a channel or a function may. */
function rangesOverBatch({ right }: RangeClauseNode, semantics: FileSemantics): boolean {
  const { kind } = semantics.package.program.types.members.core(semantics.typeOf(right));
  return kind !== "channel" && kind !== "signature";
}

/** The expression that a variable gets its first value from, alone or together with others. */
export function valueOf({ declaration, identifier }: GoObject): Expression | undefined {
  switch (declaration?.kind) {
    case "short_var_declaration":
      return paired(declaration.left.children, declaration.right.children, identifier);
    case "var_spec":
      return paired(declaration.names, declaration.value?.children ?? [], identifier);
    case "type_case":
    case "default_case":
      return declaration.parent?.kind === "type_switch_statement" ? declaration.parent.value : undefined;
    default:
      return undefined;
  }
}

function paired(
  names: readonly Expression[],
  values: readonly Expression[],
  identifier: SyntaxNode | undefined,
): Expression | undefined {
  return values.length === 1 ? values[0] : values[names.findIndex((name) => name === identifier)];
}

function isAssignedIn(variable: GoObject, turn: Turn, semantics: FileSemantics): boolean {
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    const statement = mention.parent?.kind === "expression_list" ? mention.parent.parent : undefined;
    return (
      statement?.kind === "assignment_statement" &&
      statement.left === mention.parent &&
      turn.contains(statement) &&
      turn.declaresAnew(statement)
    );
  });
}

/** What an expression begins with, where it takes no more than selecting, indexing and the like: `s` of `&s.files[0]`. */
export function rootOf(expression: Expression): Expression {
  let inner = withoutParentheses(expression);
  for (;;) {
    switch (inner.kind) {
      case "selector_expression":
      case "index_expression":
      case "slice_expression":
      case "type_assertion_expression":
        inner = withoutParentheses(inner.operand);
        break;
      case "unary_expression":
        if (inner.operator !== "*" && inner.operator !== "&") return inner;
        inner = withoutParentheses(inner.operand);
        break;
      default:
        return inner;
    }
  }
}
