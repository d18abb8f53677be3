import { defineResourceRule, destinationOf, facts } from "#rule";
import type { CallExpressionNode, Expression, FileSemantics, SyntaxNode } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unfreed-c-memory",
    aliases: ["cgo-leak"],
    summary: "Memory of C is not freed",
    category: "cgo",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-401"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [facts.cMemory],
  words: { acquires: "allocates", acquired: "allocated", released: "freed", release: "free" },
  holdsNothing: (call, semantics) => isBlock(call, semantics) && isHandedToC(call, semantics),
});

/** Whether a call allocates memory for anything, unlike for a string or a copy of bytes: a struct, most often. */
function isBlock(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return /^C\.(?:c|m|re)alloc$/.test(semantics.calleeName(call) ?? "");
}

/** Whether a function that is not of C's library gets a block: it may link it into something of its own, or free it. */
function isHandedToC(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const destination = destinationOf(converted(call, semantics) as Expression, 0, semantics);
  if (destination.kind !== "variable") return false;
  return semantics.bindings.identifiersOf(destination.variable).some((mention) => {
    const around = argumentOf(converted(mention, semantics));
    return around !== undefined && !facts.libraryOfC.test(semantics.calleeName(around) ?? "C.free");
  });
}

/** A value with the conversions around it: `unsafe.Pointer(p)`, `(*C.char)(p)`. */
function converted(value: SyntaxNode, semantics: FileSemantics): SyntaxNode {
  let outer = value;
  for (;;) {
    const call = argumentOf(outer);
    if (outer.parent?.kind === "parenthesized_expression") outer = outer.parent;
    else if (call && isConversion(call, semantics)) outer = call;
    else return outer;
  }
}

function argumentOf({ parent }: SyntaxNode): CallExpressionNode | undefined {
  const call = parent?.kind === "argument_list" ? parent.parent : undefined;
  return call?.kind === "call_expression" ? call : undefined;
}

/** Types of C are in no file: what stands for one can be told by its form alone, `(*C.char)(p)`. */
function isConversion({ function: called }: CallExpressionNode, semantics: FileSemantics): boolean {
  if (semantics.package.program.types.ifType(called)) return true;
  return called.kind === "parenthesized_expression" && called.child.kind === "unary_expression";
}
