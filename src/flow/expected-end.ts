import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../semantics/index.js";
import type {
  FunctionDeclarationNode,
  GoStatementNode,
  MethodDeclarationNode,
  ParameterListNode,
  SyntaxNode,
} from "../syntax/index.js";
import { targetOf } from "./assigned-variable.js";
import { enclosingLoop } from "./enclosing-loop.js";

/** Why a goroutine ought to end before the process does, and the place that shows it. */
export type ExpectedEnd =
  /** Started again in every turn of a loop. */
  | { readonly kind: "loop"; readonly at: SyntaxNode }
  /** Started on behalf of something that ends: a context, a request, a test. */
  | { readonly kind: "scope"; readonly at: SyntaxNode; readonly type: string }
  /** Works for a value that the starting function makes anew each time. */
  | { readonly kind: "instance"; readonly at: SyntaxNode; readonly variable: string }
  /** Started by a method of a type that can be closed or stopped. */
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

/** A local variable holding a new value that the goroutine uses and the starting function returns. */
function instance(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  const around = functionsAround(statement).at(-1);
  const used =
    around &&
    localsUsedIn(statement, around, semantics).find((variable) => isReturned(variable, around, semantics));
  if (!used?.identifier || !semantics.isConstructedHere(used)) return undefined;
  if (around?.kind === "function_declaration" && onlyFillsGlobals(around, semantics)) return undefined;
  return { kind: "instance", at: used.identifier, variable: used.name };
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

/** Methods by which Go types are ended, by convention of the standard library (io.Closer, http.Server, time.Ticker). */
const endingMethods = ["Close", "Stop", "Shutdown"];

function owner(statement: GoStatementNode, semantics: FileSemantics): ExpectedEnd | undefined {
  const around = functionsAround(statement).at(-1);
  if (around?.kind !== "method_declaration") return undefined;
  const type = receiverType(around.receiver, semantics);
  if (type === undefined) return undefined;
  for (const method of endingMethods) {
    const [declaration] = semantics.package.index.methods(type, method) as readonly MethodDeclarationNode[];
    if (declaration) return { kind: "owner", at: declaration.name, type, method };
  }
  return undefined;
}

function receiverType(receiver: ParameterListNode, semantics: FileSemantics): string | undefined {
  const parameter = receiver.children[0];
  return parameter && semantics.namedType(parameter.type);
}

/** The functions around a node, the innermost first. */
function functionsAround(node: SyntaxNode): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) found.push(around);
  return found;
}
