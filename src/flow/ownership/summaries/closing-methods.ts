import { enclosingFunction } from "../../../semantics/index.js";
import type { FileSemantics, PackageSemantics, Type } from "../../../semantics/index.js";
import type { Expression, MethodDeclarationNode, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { outermostParentheses } from "../../nodes/parentheses.js";
import { accessPath } from "../../values/access-path.js";
import type { ResourceKind } from "../resource-kind.js";

/** The methods of a type by which what its values own is released. */
export interface ClosingMethods {
  /** Those that do nothing else, the one to advise first; never empty. */
  readonly methods: readonly [MethodDeclarationNode, ...MethodDeclarationNode[]];
  /** Those that call one of them on their own receiver: `func (j *job) run() { defer j.Close() }`. */
  readonly callers: readonly MethodDeclarationNode[];
}

/** Those of all methods of a type that release resources of some kinds which its fields hold; undefined where none does. */
export function closingMethods(
  all: readonly MethodDeclarationNode[],
  kinds: ReadonlySet<ResourceKind>,
  semantics: PackageSemantics,
): ClosingMethods | undefined {
  const closing = all.filter((method) => closes(method, kinds, semantics.file(method.tree)));
  let callers = callersOf(closing, all, semantics);
  for (;;) {
    const indirect = callers.filter(
      (method) => endingMethods.has(method.name.text) && isEnding(method, semantics.file(method.tree)),
    );
    if (indirect.length === 0) break;
    closing.push(...indirect);
    callers = callersOf(closing, all, semantics);
  }
  const [advised, ...others] = closing.toSorted((one, other) => rank(one) - rank(other));
  return advised && { methods: [advised, ...others], callers };
}

/** Methods by which Go types are ended, by convention of the standard library. */
const endingMethods: ReadonlySet<string> = new Set(["Close", "Stop", "Shutdown"]);

/** The other methods that call one of some methods on their own receiver. */
function callersOf(
  called: readonly MethodDeclarationNode[],
  all: readonly MethodDeclarationNode[],
  semantics: PackageSemantics,
): readonly MethodDeclarationNode[] {
  const names = new Set(called.map(({ name }) => `.${name.text}`));
  return all.filter((method) => {
    if (called.includes(method)) return false;
    return selections(method, semantics.file(method.tree)).some(({ fields }) => names.has(fields));
  });
}

/** What other packages may call goes before what they may not, and what needs nothing before what needs a context. */
function rank({ name, parameters }: MethodDeclarationNode): number {
  return (/^\p{Lu}/u.test(name.text) ? 0 : 2) + parameters.children.length;
}

/**
 * Whether a method is there to release: it needs nothing but perhaps a context, gives nothing but perhaps an error, and
 * does nothing with some field of its receiver but to release it.
 */
function closes(
  method: MethodDeclarationNode,
  kinds: ReadonlySet<ResourceKind>,
  semantics: FileSemantics,
): boolean {
  if (!isEnding(method, semantics)) return false;
  const uses = selections(method, semantics);
  return uses.some(
    (use) =>
      releases(use, kinds, semantics) &&
      uses.every(
        (other) =>
          fieldOf(other) !== fieldOf(use) || releases(other, kinds, semantics) || isBeside(other, semantics),
      ),
  );
}

/** Whether a method needs nothing but perhaps a context, and gives nothing but perhaps an error. */
function isEnding(method: MethodDeclarationNode, semantics: FileSemantics): boolean {
  const { parameters, results } = semantics.package.program.types.signature(method);
  return (
    parameters.every((type) => semantics.typeText(type) === "context.Context") &&
    parameters.length <= 1 &&
    onlyTells(results, semantics)
  );
}

function onlyTells(results: readonly Type[], semantics: FileSemantics): boolean {
  return results.length === 0 || (results.length === 1 && semantics.typeText(results[0] as Type) === "error");
}

/** A mention of the receiver with all that is selected from it: `j.file.Close`. */
interface Selection {
  readonly node: Expression;
  /** ".file.Close" */
  readonly fields: string;
}

function selections(method: MethodDeclarationNode, semantics: FileSemantics): readonly Selection[] {
  const receiver = method.receiver.children[0];
  const name = receiver?.kind === "parameter_declaration" ? receiver.names[0] : undefined;
  const variable = name && semantics.objectOf(name);
  if (!variable) return [];
  return semantics.bindings.identifiersOf(variable).flatMap((mention) => {
    const node = outermostSelection(mention);
    const fields = accessPath(node, semantics)?.fields;
    return mention === name || fields === undefined ? [] : [{ node, fields }];
  });
}

function outermostSelection(mention: SyntaxNode): Expression {
  let node = outermostParentheses(mention);
  while (node.parent?.kind === "selector_expression") node = outermostParentheses(node.parent);
  return node as Expression;
}

/** "file" of ".file.Close" */
function fieldOf({ fields }: Selection): string | undefined {
  return fields.split(".")[1];
}

/** `j.file.Close()`, `defer j.resp.Body.Close()`, `signal.Stop(j.signals)`; not in a goroutine, where it is for another time. */
function releases(
  { node, fields }: Selection,
  kinds: ReadonlySet<ResourceKind>,
  semantics: FileSemantics,
): boolean {
  if (isInGoroutine(node)) return false;
  const [, , ...path] = fields.split(".");
  const call = node.parent?.kind === "argument_list" ? node.parent.parent : undefined;
  const callee = call?.kind === "call_expression" ? calledName(call, semantics) : "";
  const isFirst = call?.kind === "call_expression" && call.arguments.children[0] === node;
  return [...kinds].some(
    (kind) =>
      path.some((_, index) => kind.isRelease(path.slice(index).join("."))) ||
      (isFirst && kind.namesFunctions && kind.isReleasedBy(callee, 0)),
  );
}

function isInGoroutine(node: SyntaxNode): boolean {
  const around = enclosingFunction(node);
  return around?.kind === "func_literal" && around.parent?.parent?.kind === "go_statement";
}

/**
 * What a method that releases may do with a field besides: compare it, set it to nil, or call a method that needs nothing
 * and tells no more than an error, `j.file.Sync()`.
 */
function isBeside({ node }: Selection, semantics: FileSemantics): boolean {
  const { parent } = node;
  if (parent?.kind === "binary_expression") return parent.operator === "==" || parent.operator === "!=";
  if (parent?.kind === "call_expression" && parent.function === node) {
    const type = semantics.typeOf(node);
    return (
      parent.arguments.children.length === 0 &&
      type.kind === "signature" &&
      onlyTells(type.results, semantics)
    );
  }
  const statement = parent?.kind === "expression_list" ? parent.parent : undefined;
  return (
    statement?.kind === "assignment_statement" &&
    statement.left === parent &&
    statement.right.children.every(({ kind }) => kind === "nil")
  );
}
