import { mainFunctions } from "../../knowledge/index.js";
import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, NamedFunction } from "../../semantics/index.js";
import type { Type } from "../../semantics/types/type.js";
import type { ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";

/**
 * Whether code runs at most once in the life of a process, so that what it starts or opens may rightly live as
 * long as the process: outside of loops in `main` of package main, in `init`, in `TestMain`, in the function
 * given to a `sync.Once` or `sync.OnceFunc`, in what a command of a framework runs (`cobra.Command{Run: f}`), or in a
 * function that only such code calls.
 */
export function runsOncePerProcess(node: SyntaxNode, semantics: FileSemantics, packageName: string): boolean {
  return new LifetimeAnalysis(packageName, "once").isBounded(node, semantics);
}

/**
 * Whether code runs a number of times that is settled when the process starts: as `runsOncePerProcess`, but functions may
 * be called from several places, and in loops that count or go through a collection. What it starts does not add up
 * while the process runs.
 */
export function runsBoundedTimes(node: SyntaxNode, semantics: FileSemantics, packageName: string): boolean {
  return new LifetimeAnalysis(packageName, "bounded").isBounded(node, semantics);
}

/** Functions that see to it that another runs at most once. */
const onceWrappers = new Set(["sync.(*Once).Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues"]);

class LifetimeAnalysis {
  readonly #packageName: string;
  readonly #limit: "once" | "bounded";
  /** What is known of functions; a function that is being looked at calls itself, and is taken for unbounded. */
  readonly #known = new Map<FunctionNode, boolean>();

  constructor(packageName: string, limit: "once" | "bounded") {
    this.#packageName = packageName;
    this.#limit = limit;
  }

  isBounded(node: SyntaxNode, semantics: FileSemantics): boolean {
    const around = enclosingFunction(node);
    if (this.#isRepeated(node, semantics)) return false;
    // Initialisers of package variables.
    if (!around) return true;
    if (around.kind === "func_literal") return this.#isLiteralBounded(around, semantics);
    return this.#isFunctionBounded(around, semantics);
  }

  #isRepeated(node: SyntaxNode, semantics: FileSemantics): boolean {
    let loop = enclosingLoop(node);
    while (loop && this.#limit === "bounded" && isCounted(loop, semantics)) loop = enclosingLoop(loop);
    return loop !== undefined;
  }

  #isLiteralBounded(literal: FunctionNode, semantics: FileSemantics): boolean {
    const parent = literal.parent;
    if (isMainFunction(literal, semantics)) return true;
    if (parent?.kind === "call_expression") return this.isBounded(parent, semantics);
    if (parent?.kind !== "argument_list" || parent.parent?.kind !== "call_expression") return false;
    const callee = semantics.callee(parent.parent);
    return callee?.kind === "imported" && onceWrappers.has(callee.name);
  }

  #isFunctionBounded(declaration: NamedFunction, semantics: FileSemantics): boolean {
    const known = this.#known.get(declaration);
    if (known !== undefined) return known;
    this.#known.set(declaration, false);
    const isBounded = this.#isStart(declaration) || this.#isCalledBoundedTimes(declaration, semantics);
    this.#known.set(declaration, isBounded);
    return isBounded;
  }

  #isStart({ kind, name }: NamedFunction): boolean {
    if (kind === "method_declaration") return false;
    return (
      name.text === "init" ||
      name.text === "TestMain" ||
      (name.text === "main" && this.#packageName === "main")
    );
  }

  #isCalledBoundedTimes(declaration: NamedFunction, semantics: FileSemantics): boolean {
    if (declaration.kind === "method_declaration") return false;
    // Other packages may call an exported function as often as they like.
    if (this.#packageName !== "main" && /^\p{Lu}/u.test(declaration.name.text)) return false;
    const object = semantics.objectOf(declaration.name);
    if (!object) return false;
    const uses = semantics.package
      .identifiersOf(object)
      .filter((identifier) => identifier !== declaration.name);
    return (
      uses.length > 0 &&
      (uses.length === 1 || this.#limit === "bounded") &&
      uses.every((use) => this.#isBoundedCall(use, semantics))
    );
  }

  #isBoundedCall(use: SyntaxNode, semantics: FileSemantics): boolean {
    const call = use.parent;
    const file = semantics.package.file(use.tree);
    if (call?.kind !== "call_expression" || call.function !== use) return isMainFunction(use, file);
    return this.isBounded(call, file);
  }
}

/** Whether a function is what a program does, as a framework for commands has it: `cobra.Command{Run: f}`. */
function isMainFunction(value: SyntaxNode, semantics: FileSemantics): boolean {
  const element = value.parent?.parent;
  if (element?.kind !== "keyed_element" || element.value !== value.parent) return false;
  const literal = element.parent?.parent;
  if (literal?.kind !== "composite_literal") return false;
  const fields = mainFunctions[semantics.typeText(semantics.typeOf(literal))];
  return fields?.includes(element.key.text) === true;
}

/** Kinds of what has a length when a loop over it begins. */
const collections: ReadonlySet<Type["kind"]> = new Set(["array", "basic", "map", "pointer", "slice"]);

/** `for i := 0; i < n; i++`, and ranges over what has a length; not those over channels and functions. */
export function isCounted({ child: control }: ForStatementNode, semantics: FileSemantics): boolean {
  if (control?.kind === "for_clause") return control.condition !== undefined && control.update !== undefined;
  if (control?.kind !== "range_clause") return false;
  const { members } = semantics.package.program.types;
  return collections.has(members.underlying(semantics.typeOf(control.right)).kind);
}
