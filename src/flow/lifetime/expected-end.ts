import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject, Type } from "../../semantics/index.js";
import type { FunctionDeclarationNode, GoStatementNode, SyntaxNode } from "../../syntax/index.js";
import { endingMethod } from "../calls/ending-method.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import { targetOf } from "../values/assigned-variable.js";
import { repeatedCall } from "./repeated-call.js";

/** Why a goroutine ought to end before the process does, and the place that shows it. */
export type ExpectedEnd =
  /** Started again in every turn of a loop. */
  | { readonly kind: "loop"; readonly at: SyntaxNode }
  /** Started on behalf of something that ends: a context, a request, a test. */
  | { readonly kind: "scope"; readonly at: SyntaxNode; readonly type: string }
  /** Works for a value that the starting function makes and returns, and that function is called again and again. */
  | { readonly kind: "instance"; readonly at: SyntaxNode; readonly variable: string }
  /** Works for a value that can be closed or stopped: started by one of its methods, or where it is made. */
  | { readonly kind: "owner"; readonly at: SyntaxNode; readonly type: string; readonly method: string };

/**
 * The reason to expect that the goroutine started by a statement ends before the process. Undefined when
 * nothing in sight says so: it may well be meant to run for ever, started once.
 */
export function expectedEnd(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  return (
    loopAround(statement) ??
    endingScope(statement, semantics) ??
    instance(statement, semantics) ??
    owner(statement, semantics)
  );
}

function loopAround(statement: GoStatementNode): ExpectedEnd | undefined {
  const loop = enclosingLoop(statement);
  return loop && { kind: "loop", at: loop };
}

/** Types whose values stand for something that ends while the process goes on. */
const endingScopes = new Set([
  "context.Context",
  "net/http.Request",
  "net/http.ResponseWriter",
  "testing.B",
  "testing.T",
  "testing.TB",
]);

function endingScope(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  for (const around of functionsAround(statement)) {
    for (const parameter of around.parameters.children) {
      const type = semantics.namedType(parameter.type);
      if (type && endingScopes.has(type)) return { kind: "scope", at: parameter, type };
    }
  }
  return undefined;
}

/**
 * A new value that the goroutine uses and the starting function returns. That alone shows nothing: there may be one in the
 * life of the process. So it must have a method that ends it, or be made again and again.
 */
function instance(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  const around = functionsAround(statement).at(-1);
  const made =
    around &&
    localsUsedIn(statement, around, semantics).find(
      (variable) => isReturned(variable, around, semantics) && semantics.isConstructedHere(variable),
    );
  if (!made || around?.kind === "func_literal") return undefined;
  if (around.kind === "function_declaration" && onlyFillsGlobals(around, semantics)) return undefined;
  const ended = endedBy(semantics.typeOfObject(made), semantics);
  if (ended) return ended;
  const again = repeatedCall(around, semantics.package);
  return again && { kind: "instance", at: again, variable: made.name };
}

/** Whether all that a function makes goes into variables of the package, where it lives as long as the process. */
function onlyFillsGlobals({ name }: FunctionDeclarationNode, semantics: FileSemantics): boolean {
  const constructor = semantics.objectOf(name);
  if (!constructor || /^\p{Lu}/u.test(name.text)) return false;
  const uses = semantics.package.identifiersOf(constructor).filter((identifier) => identifier !== name);
  return uses.length > 0 && uses.every((use) => fillsGlobal(use, semantics.package.file(use.tree)));
}

function fillsGlobal(constructor: SyntaxNode, semantics: FileSemantics): boolean {
  const call = constructor.parent;
  if (call?.kind !== "call_expression" || call.function !== constructor) return false;
  const target = targetOf(call, 0);
  const variable = target?.kind === "identifier" ? semantics.objectOf(target) : undefined;
  return variable?.kind === "variable" && variable.level === "package";
}

function localsUsedIn(
  statement: GoStatementNode,
  around: FunctionNode,
  semantics: FileSemantics,
): readonly GoObject[] {
  const { subtreeEnds } = statement.tree.arena;
  const locals = new Set<GoObject>();
  for (let id = statement.id; id < (subtreeEnds[statement.id] as number); id++) {
    const object = semantics.objectOf(statement.tree.node(id));
    const { declaration } = object ?? {};
    if (object?.kind !== "variable" || object.level !== "local" || !declaration) continue;
    if (around.contains(declaration) && !statement.contains(declaration)) locals.add(object);
  }
  return [...locals];
}

function isReturned(variable: GoObject, around: FunctionNode, semantics: FileSemantics): boolean {
  return semantics.package.identifiersOf(variable).some((mention) => {
    const list = mention.parent;
    const returned = list?.kind === "expression_list" && list.parent?.kind === "return_statement";
    return returned && enclosingFunction(mention) === around;
  });
}

/** The receiver of a method. */
function owner(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  const around = functionsAround(statement).at(-1);
  const receiver = around?.kind === "method_declaration" ? around.receiver.children[0] : undefined;
  return receiver && endedBy(semantics.package.program.types.denotedBy(receiver.type), semantics);
}

function endedBy(type: Type, semantics: FileSemantics): ExpectedEnd | undefined {
  const named = type.kind === "pointer" ? type.element : type;
  const method = named.kind === "named" ? endingMethod(type, semantics) : undefined;
  if (named.kind !== "named" || !method) return undefined;
  return { kind: "owner", at: method.name, type: named.object.name, method: method.name.text };
}

/** The functions around a node, the innermost first. */
function functionsAround(node: SyntaxNode): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) found.push(around);
  return found;
}
