import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, NamedFunction, PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import { PackageCalls } from "../calls/package-calls.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import { isCounted } from "./process-lifetime.js";
import { requestScope } from "./request-scope.js";

/**
 * A call of a function, in its own package, that shows that the function runs again and again: in code that answers a
 * request, or in a loop that goes on for as long as something comes in. A loop that counts or goes through a collection
 * may well run once, and tests are no evidence.
 */
export function repeatedCall(
  declaration: NamedFunction,
  semantics: PackageSemantics,
): CallExpressionNode | undefined {
  return PackageCalls.all(semantics)
    .named([declaration.name.text])
    .find((call) => {
      const file = semantics.file(call.tree);
      return calls(call, declaration, file) && isRepeated(call, file);
    });
}

function calls(call: CallExpressionNode, declaration: NamedFunction, file: FileSemantics): boolean {
  const callee = file.callee(call);
  return callee?.kind === "declared" && callee.declarations.includes(declaration);
}

function isRepeated(call: CallExpressionNode, file: FileSemantics): boolean {
  let loop = enclosingLoop(call);
  while (loop && isCounted(loop, file)) loop = enclosingLoop(loop);
  let answersRequests = false;
  for (let around = enclosingFunction(call); around; around = enclosingFunction(around)) {
    const types = around.parameters.children.map(({ type }) => file.namedType(type) ?? "");
    if (types.some((type) => type.startsWith("testing."))) return false;
    answersRequests ||= requestScope(around, file) !== undefined;
  }
  return loop !== undefined || answersRequests;
}
