import { diskFileSystems } from "../knowledge/index.js";
import { withoutParentheses } from "../semantics/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode, SyntaxTree } from "../syntax/index.js";
import { calledName } from "./called-name.js";
import { chainOf, operandAt } from "./ownership/index.js";
import type { Acquisition } from "./ownership/index.js";

/**
 * Whether what is acquired may be memory alone, so that nothing is lost with it: it comes from something that can have all in
 * memory (`fs.FS`), and is not known to lead to the disk.
 */
export function mayBeMemory(acquisition: Acquisition, semantics: FileSemantics): boolean {
  const { call, kind } = chainOf(acquisition).at(-1) ?? acquisition;
  const { acquiredFrom } = kind.facts;
  if (!acquiredFrom) return false;
  const around = semantics.package.program.file(call.tree) ?? semantics;
  const position = acquiredFrom[calledName(call, around)];
  const source = position === undefined ? undefined : operandAt(call, position);
  return source !== undefined && !leadsToDisk(source, around, new Set());
}

/** Whether a file system is known to be that of the system. `seen` has the variables that are being looked at. */
function leadsToDisk(source: Expression, semantics: FileSemantics, seen: ReadonlySet<GoObject>): boolean {
  const value = withoutParentheses(source);
  if (diskFileSystems.types.has(semantics.typeText(semantics.typeOf(value)))) return true;
  if (value.kind === "call_expression") return isMadeOnDisk(value, semantics, seen);
  const variable = value.kind === "identifier" ? semantics.objectOf(value) : undefined;
  return variable?.kind === "variable" && !seen.has(variable) && isAlwaysOnDisk(variable, semantics, seen);
}

function isMadeOnDisk(
  call: CallExpressionNode,
  semantics: FileSemantics,
  seen: ReadonlySet<GoObject>,
): boolean {
  const name = calledName(call, semantics);
  if (diskFileSystems.makers.has(name)) return true;
  const isConversion = semantics.package.program.types.ifType(call.function) !== undefined;
  const [viewed] = call.arguments.children;
  return (
    viewed !== undefined &&
    (isConversion || diskFileSystems.views.has(name)) &&
    leadsToDisk(viewed as Expression, semantics, seen)
  );
}

/** Whether each value that a variable ever gets is a file system on disk. What other packages can name, they may set. */
function isAlwaysOnDisk(variable: GoObject, semantics: FileSemantics, seen: ReadonlySet<GoObject>): boolean {
  const { declaration, level, name } = variable;
  if (declaration?.kind !== "short_var_declaration" && declaration?.kind !== "var_spec") return false;
  if (level !== "local" && /^\p{Lu}/u.test(name)) return false;
  const gifts = semantics.package.identifiersOf(variable).flatMap((mention) => giftAt(mention) ?? []);
  return (
    gifts.length > 0 &&
    gifts.every(({ value, tree }) => {
      const around = semantics.package.file(tree);
      return value !== undefined && leadsToDisk(value, around, new Set([...seen, variable]));
    })
  );
}

/** A place where a variable gets a value. */
interface Gift {
  readonly tree: SyntaxTree;
  /** The value, or the call of which it is the first result. */
  readonly value: Expression | undefined;
}

function giftAt(mention: SyntaxNode): Gift | undefined {
  const { tree, parent: targets } = mention;
  if (targets?.kind === "unary_expression" && targets.operator === "&") return { tree, value: undefined };
  const statement = targets?.kind === "var_spec" ? targets : targets?.parent;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration": {
      const { left, right } = statement;
      if (left !== targets) return undefined;
      return { tree, value: valueFor(mention, left.children, right.children) };
    }
    case "var_spec":
      // Its zero value opens nothing.
      if (!statement.value || !statement.names.some((name) => name === mention)) return undefined;
      return { tree, value: valueFor(mention, statement.names, statement.value.children) };
    default:
      return undefined;
  }
}

function valueFor(
  target: SyntaxNode,
  targets: readonly SyntaxNode[],
  values: readonly Expression[],
): Expression | undefined {
  const index = targets.indexOf(target);
  return targets.length === values.length || index === 0 ? values[index] : undefined;
}
