import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";
import { runsBoundedTimes } from "../lifetime/process-lifetime.js";
import { requestScope } from "../lifetime/request-scope.js";
import { containerUse } from "./container-use.js";
import type { ContainerUse } from "./container-use.js";
import { containerKind } from "./container.js";
import { hasManyValues } from "./few-values.js";
import { isKnownKey } from "./known-key.js";
import { isRegistration } from "./registration.js";
import { valueOrigin } from "./value-origin.js";

type Write = Extract<ContainerUse, { kind: "grows" }>;

/** Why there is no bound to what is put in. */
export type GrowthReason =
  /** The key comes out of a request or a connection. */
  | { readonly kind: "input"; readonly at: SyntaxNode; readonly name: string }
  /** The key is another one each time. */
  | { readonly kind: "fresh"; readonly at: SyntaxNode; readonly name: string }
  /** There is a lock for each key: a lock is made for what comes and goes. */
  | { readonly kind: "lock"; readonly at: SyntaxNode; readonly name: string }
  /** Every request adds an element. */
  | { readonly kind: "request"; readonly at: SyntaxNode; readonly name: string };

/** A place at which a package-level container grows that nothing in the package makes smaller. */
export interface Growth {
  readonly kind: "grows";
  readonly write: SyntaxNode;
  readonly reason: GrowthReason;
}

/** Why a container at package level is not said to only grow. */
export interface NoGrowth {
  readonly kind:
    /** Code of other packages may do anything to it. */
    | "exported"
    /** A mention takes something out, or may do so, as it hands the container on. */
    | "shrinks"
    /** A write is refused when the key is there already: what is put in is the program's own. */
    | "registers"
    /** Nothing shows that there is no end to what is put in. */
    | "bounded";
  /** The mention that shows it; of a bounded one, what puts something in. */
  readonly at: readonly SyntaxNode[];
}

/**
 * Whether a container at package level only grows while the process runs: something shows that there is no bound to
 * what is put in, and no mention in the package can take anything out. Undefined for what is no container.
 */
export function growthOf(
  variable: GoObject,
  semantics: FileSemantics,
  packageName: string,
): Growth | NoGrowth | undefined {
  const container = containerKind(variable, semantics);
  if (!container) return undefined;
  if (!isOwn(variable, semantics, packageName)) return { kind: "exported", at: [] };
  const writes: { readonly write: Write; readonly file: FileSemantics }[] = [];
  for (const mention of semantics.package.identifiersOf(variable)) {
    if (mention === variable.identifier) continue;
    const file = semantics.package.file(mention.tree);
    const use = containerUse(mention, container, file);
    if (use.kind === "other") return { kind: "shrinks", at: [mention] };
    if (use.kind === "replaces" && !isSetUp(use.at, variable, file, packageName))
      return { kind: "shrinks", at: [use.at] };
    if (use.kind !== "grows") continue;
    if (isRegistration(use.at, variable, file)) return { kind: "registers", at: [use.at] };
    writes.push({ write: use, file });
  }
  for (const { write, file } of writes) {
    if (runsBoundedTimes(write.at, file, packageName)) continue;
    const reason = write.key ? keyReason(write, write.key, file, packageName) : elementReason(write, file);
    if (reason) return { kind: "grows", write: write.at, reason };
  }
  return { kind: "bounded", at: writes.map(({ write }) => write.at) };
}

/** Whether nobody outside the package can do anything to the variable, and no build variant declares it otherwise. */
function isOwn({ name }: GoObject, semantics: FileSemantics, packageName: string): boolean {
  const isHidden = packageName === "main" || !/^\p{Lu}/u.test(name);
  return isHidden && semantics.package.index.lookup(name).length === 1;
}

/** `if m == nil { m = make(…) }` throws nothing away, and neither does what runs once, before everything else. */
function isSetUp(
  statement: SyntaxNode,
  variable: GoObject,
  semantics: FileSemantics,
  packageName: string,
): boolean {
  if (enclosingFunction(statement) && runsBoundedTimes(statement, semantics, packageName)) return true;
  for (let around = statement.parent; around; around = around.parent) {
    if (around.kind === "if_statement") return isNilTest(around.condition, variable, semantics);
  }
  return false;
}

/** Whether a condition is `variable == nil`. */
function isNilTest(condition: Expression, variable: GoObject, semantics: FileSemantics): boolean {
  const inner = withoutParentheses(condition);
  if (inner.kind !== "binary_expression" || inner.operator !== "==" || inner.right.kind !== "nil")
    return false;
  return inner.left.kind === "identifier" && semantics.objectOf(inner.left) === variable;
}

/** Why there is no end to the keys, if something shows it. */
function keyReason(
  { at: place, values }: Write,
  key: Expression,
  semantics: FileSemantics,
  packageName: string,
): GrowthReason | undefined {
  if (!hasManyValues(semantics.typeOf(withoutParentheses(key)), semantics)) return undefined;
  const origin = valueOrigin(key, semantics);
  if (!origin || isKnownKey(key, place, semantics)) return undefined;
  const { kind, at, name } = origin;
  if (kind === "input") return { kind, at, name };
  // A program may well end before it has met many keys, unless it serves.
  if (packageName === "main" && !requestAround(place, semantics)) return undefined;
  if (kind === "fresh") return { kind, at, name };
  return values.some((value) => isNewLock(value, semantics)) ? { kind: "lock", at, name } : undefined;
}

/** Whether a value is a lock, and not one that somebody hands in. */
function isNewLock(value: Expression, semantics: FileSemantics): boolean {
  const isLock = /^\*?sync\.(?:RW)?Mutex$/.test(semantics.typeText(semantics.typeOf(value)));
  return isLock && valueOrigin(value, semantics) === undefined;
}

/** Elements have no keys: it takes a function that runs for each request to show that there is no end to them. */
function elementReason(write: Write, semantics: FileSemantics): GrowthReason | undefined {
  const around = requestAround(write.at, semantics);
  return around && { kind: "request", at: around.parameter, name: around.name };
}

/** The function around a node that runs once for each request, and the parameter that shows it. */
function requestAround(
  node: SyntaxNode,
  semantics: FileSemantics,
): { readonly parameter: SyntaxNode; readonly name: string } | undefined {
  const around = enclosingFunction(node);
  if (!around) return undefined;
  const scope = requestScope(around, semantics);
  if (!scope) return requestAround(around, semantics);
  return { parameter: scope.at, name: around.kind === "func_literal" ? "the function" : around.name.text };
}
