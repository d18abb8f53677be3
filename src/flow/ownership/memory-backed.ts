import { diskFileSystems } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { givenAt } from "../values/given-value.js";
import { chainOf } from "./acquisition.js";
import type { Acquisition } from "./acquisition.js";

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
  const given = semantics.package.identifiersOf(variable).flatMap((mention) => givenAt(mention) ?? []);
  return (
    given.length > 0 &&
    given.every(({ value }) => {
      if (!value) return false;
      return leadsToDisk(value, semantics.package.file(value.tree), new Set([...seen, variable]));
    })
  );
}
