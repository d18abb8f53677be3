import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode, NamedFunction } from "../semantics/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { enclosingLoop } from "./enclosing-loop.js";

/**
 * Whether code runs at most once in the life of a process, so that what it starts or opens may rightly live as
 * long as the process: outside of loops in `main` of package main, in `init`, in `TestMain`, in the function
 * given to a `sync.Once` or `sync.OnceFunc`, or in a function that only such code calls.
 */
export function runsOncePerProcess(node: SyntaxNode, semantics: FileSemantics, packageName: string): boolean {
  return new OnceAnalysis(packageName).runsOnce(node, semantics);
}

/** Functions that see to it that another runs at most once. */
const onceWrappers = new Set(["sync.(*Once).Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues"]);

class OnceAnalysis {
  readonly #packageName: string;
  readonly #seen = new Set<FunctionNode>();

  constructor(packageName: string) {
    this.#packageName = packageName;
  }

  runsOnce(node: SyntaxNode, semantics: FileSemantics): boolean {
    const around = enclosingFunction(node);
    if (enclosingLoop(node)) return false;
    // Initialisers of package variables.
    if (!around) return true;
    if (around.kind === "func_literal") return this.#literalRunsOnce(around, semantics);
    return this.#functionRunsOnce(around, semantics);
  }

  #literalRunsOnce(literal: FunctionNode, semantics: FileSemantics): boolean {
    const parent = literal.parent;
    if (parent?.kind === "call_expression") return this.runsOnce(parent, semantics);
    if (parent?.kind !== "argument_list" || parent.parent?.kind !== "call_expression") return false;
    const callee = semantics.callee(parent.parent);
    return callee?.kind === "imported" && onceWrappers.has(callee.name);
  }

  #functionRunsOnce(declaration: NamedFunction, semantics: FileSemantics): boolean {
    const name = declaration.name.text;
    if (declaration.kind === "method_declaration") return false;
    if (name === "init" || name === "TestMain" || (name === "main" && this.#packageName === "main"))
      return true;
    // Other packages may call an exported function as often as they like.
    if (this.#packageName !== "main" && /^\p{Lu}/u.test(name)) return false;
    if (this.#seen.has(declaration)) return false;
    this.#seen.add(declaration);
    const object = semantics.objectOf(declaration.name);
    if (!object) return false;
    const uses = semantics.package
      .identifiersOf(object)
      .filter((identifier) => identifier !== declaration.name);
    return uses.length === 1 && uses.every((use) => this.#isCallThatRunsOnce(use, semantics));
  }

  #isCallThatRunsOnce(use: SyntaxNode, semantics: FileSemantics): boolean {
    const call = use.parent;
    if (call?.kind !== "call_expression" || call.function !== use) return false;
    return this.runsOnce(call, semantics.package.file(use.tree));
  }
}
