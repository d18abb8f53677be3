import { commandRegistrars, mainFunctions, singleRunners } from "../../knowledge/index.js";
import { importedPaths, receiverTypeName, withoutParentheses } from "../../semantics/index.js";
import type {
  FileSemantics,
  GoObject,
  NamedFunction,
  PackageSemantics,
  Type,
} from "../../semantics/index.js";
import type {
  CallExpressionNode,
  Expression,
  SelectorExpressionNode,
  SyntaxNode,
  Type as TypeNode,
} from "../../syntax/index.js";
import { outermostParentheses } from "../nodes/parentheses.js";
import { calledName } from "./called-name.js";
import { parameterNames } from "./results.js";

/** What code of other files can call: a function or method, or what a field or a variable of a package holds. */
export interface Callable {
  readonly kind: "function" | "method" | "field" | "variable";
  /** Import path of the package that declares it. */
  readonly path: string;
  /** The type that it belongs to; empty for functions and variables. */
  readonly owner: string;
  readonly name: string;
}

/** What becomes of a value that can be called, where it stands. */
export type CallableUse =
  /** It is called here, or by what is called here, once for each time that this place is reached. */
  | { readonly kind: "called"; readonly call: CallExpressionNode }
  /** It is what a program, or a command of it, does, or runs once in the life of a process. */
  | { readonly kind: "command" }
  /** Whoever calls this calls it. */
  | { readonly kind: "kept"; readonly in: Callable }
  /** Only a variable or parameter of a function holds it. */
  | { readonly kind: "local"; readonly variable: GoObject; readonly semantics: FileSemantics }
  /** Nothing comes of it: it is compared, or replaced. */
  | { readonly kind: "unused" }
  | { readonly kind: "unknown" };

/** A function of a module, as others name it. */
export function callableOf(declaration: NamedFunction, owner: PackageSemantics): Callable | undefined {
  const { path } = owner.source;
  if (path === undefined) return undefined;
  const name = declaration.name.text;
  if (declaration.kind === "function_declaration") return { kind: "function", path, owner: "", name };
  const type = receiverTypeName(declaration);
  return type === undefined ? undefined : { kind: "method", path, owner: type, name };
}

/** What becomes of a function literal, or of a name for something that can be called. */
export function callableUse(value: SyntaxNode, semantics: FileSemantics): CallableUse {
  const node = outermostParentheses(value);
  const around = node.parent;
  switch (around?.kind) {
    case "call_expression":
      return around.function === node ? { kind: "called", call: around } : unknown;
    case "argument_list":
      return around.parent?.kind === "call_expression" ? passed(node, around.parent, semantics) : unknown;
    case "binary_expression":
      return /^[!=]=$/.test(around.operator) ? { kind: "unused" } : unknown;
    case "literal_element":
      return element(around, semantics);
    case "expression_list":
      return listed(node, around, semantics);
    default:
      return unknown;
  }
}

const unknown: CallableUse = { kind: "unknown" };

/** An argument of a call. */
function passed(argument: SyntaxNode, call: CallExpressionNode, semantics: FileSemantics): CallableUse {
  const name = calledName(call, semantics);
  if (name === "sync.(*Once).Do" && isOfPackage(call.function, semantics)) return { kind: "command" };
  if (singleRunners.has(name)) return { kind: "called", call };
  if (commandRegistrars.has(name)) return { kind: "command" };
  return inParameter(call.arguments.children.indexOf(argument as Expression), call, semantics);
}

/** Whether a method is called on a variable of a package, of which a process has but one. */
function isOfPackage(method: SyntaxNode, semantics: FileSemantics): boolean {
  const operand = method.kind === "selector_expression" ? withoutParentheses(method.operand) : undefined;
  const variable = operand?.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  return variable?.kind === "variable" && variable.level === "package";
}

/** What a function in sight does with its parameter. */
function inParameter(index: number, call: CallExpressionNode, semantics: FileSemantics): CallableUse {
  const declaration = declarationOf(call, semantics);
  const name = declaration && parameterNames(declaration)[index];
  const file = name && semantics.package.program.file(name.tree);
  const variable = name && file?.objectOf(name);
  return file && variable ? { kind: "local", variable, semantics: file } : unknown;
}

function declarationOf(call: CallExpressionNode, semantics: FileSemantics): NamedFunction | undefined {
  const callee = semantics.callee(call);
  if (callee?.kind !== "declared") return semantics.implementation(call);
  const [declared, ...others] = callee.declarations;
  return declared && others.length === 0
    ? (semantics.package.withBody(declared) as NamedFunction)
    : undefined;
}

/** `Command{Run: value}` */
function element(part: SyntaxNode, semantics: FileSemantics): CallableUse {
  const keyed = part.parent;
  if (keyed?.kind !== "keyed_element") return unknown;
  // A key that may be a field's name is held by nobody.
  if (keyed.value !== part) return { kind: "unused" };
  const type = literalType(keyed.parent);
  if (!type) return unknown;
  const field = keyed.key.text;
  // The import says all that is needed: the package itself may be out of reach.
  if (mainFunctions[semantics.namedType(type) ?? ""]?.includes(field) === true) return { kind: "command" };
  return inField(semantics.package.program.types.denotedBy(type), field, semantics);
}

/** The type of a composite literal as it is written, be it by the literal around: `{…}` of `[]*Command{{…}}`. */
function literalType(body: SyntaxNode | undefined): TypeNode | undefined {
  const around = body?.parent;
  if (around?.kind === "composite_literal") return around.type as TypeNode;
  if (around?.kind !== "literal_element") return undefined;
  const outer = around.parent?.kind === "keyed_element" ? around.parent.parent : around.parent;
  const type = literalType(outer);
  switch (type?.kind) {
    case "slice_type":
    case "array_type":
      return type.element;
    case "map_type":
      return type.value;
    default:
      return undefined;
  }
}

/** `x.Run = value`, `run = value`, `var run = value` */
function listed(value: SyntaxNode, list: SyntaxNode, semantics: FileSemantics): CallableUse {
  const statement = list.parent;
  const at = list.allChildren.indexOf(value);
  if (statement?.kind === "var_spec") return inVariable(statement.names[at], semantics);
  if (statement?.kind !== "assignment_statement" && statement?.kind !== "short_var_declaration")
    return unknown;
  if (statement.left === list) return { kind: "unused" };
  const target = statement.left.children[at] as Expression | undefined;
  if (!target || statement.left.children.length !== list.allChildren.length) return unknown;
  const inner = withoutParentheses(target);
  if (inner.kind !== "selector_expression") return inVariable(inner, semantics);
  return inField(semantics.typeOf(inner.operand), inner.field.text, semantics);
}

function inField(type: Type, name: string, semantics: FileSemantics): CallableUse {
  const holder = type.kind === "pointer" ? type.element : type;
  if (mainFunctions[semantics.typeText(holder)]?.includes(name) === true) return { kind: "command" };
  const path = holder.kind === "named" ? pathOf(holder.object, semantics) : undefined;
  if (path === undefined || holder.kind !== "named") return unknown;
  return { kind: "kept", in: { kind: "field", path, owner: holder.object.name, name } };
}

function inVariable(target: SyntaxNode | undefined, semantics: FileSemantics): CallableUse {
  const variable = target?.kind === "identifier" ? semantics.objectOf(target) : undefined;
  if (target?.text === "_") return { kind: "unused" };
  if (variable?.kind !== "variable") return unknown;
  if (variable.level === "local") return { kind: "local", variable, semantics };
  const path = pathOf(variable, semantics);
  if (path === undefined) return unknown;
  return { kind: "kept", in: { kind: "variable", path, owner: "", name: variable.name } };
}

/** Import path of the package that declares an object. */
function pathOf({ declaration }: GoObject, semantics: FileSemantics): string | undefined {
  return declaration && semantics.package.program.packagePath(declaration.tree);
}

/** Whether a name stands for something callable: "maybe" where what it is selected from is not known well enough. */
export function names(
  identifier: SyntaxNode,
  callable: Callable,
  semantics: FileSemantics,
): boolean | "maybe" {
  const { parent } = identifier;
  const selector = parent?.kind === "selector_expression" && parent.field === identifier ? parent : undefined;
  const belongsToType = callable.kind === "method" || callable.kind === "field";
  if (belongsToType) return selector !== undefined && selectsMember(selector, callable, semantics);
  if (selector) return qualifies(selector, callable.path, semantics);
  const object = identifier.kind === "identifier" ? semantics.objectOf(identifier) : undefined;
  return (
    object?.kind === callable.kind &&
    object.level === "package" &&
    object.identifier !== identifier &&
    !isDeclaring(identifier) &&
    pathOf(object, semantics) === callable.path
  );
}

function isDeclaring({ parent }: SyntaxNode): boolean {
  return parent?.kind === "function_declaration" || parent?.kind === "var_spec";
}

/** Whether a selector selects from a package: `path.Name`. */
function qualifies({ operand }: SelectorExpressionNode, path: string, semantics: FileSemantics): boolean {
  const object = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  return object?.kind === "package-name" && object.importPath === path;
}

function selectsMember(
  { operand, field }: SelectorExpressionNode,
  callable: Callable,
  semantics: FileSemantics,
): boolean | "maybe" {
  if (operand.kind === "identifier" && semantics.objectOf(operand)?.kind === "package-name") return false;
  const { types } = semantics.package.program;
  const type = types.ifType(operand) ?? semantics.typeOf(operand);
  const selected = types.members.select(type, field.text);
  // Values of types out of reach come from elsewhere, as a rule.
  if (!selected) return type.kind === "unknown" && reaches(callable.path, semantics) && "maybe";
  if (selected.kind === "field") {
    const holder = type.kind === "pointer" ? type.element : type;
    return callable.kind === "field" && holder.kind === "named" && isType(holder.object, callable, semantics);
  }
  if (callable.kind === "field" || !selected.owner) return callable.kind === "method" && "maybe";
  if (isType(selected.owner, callable, semantics)) return true;
  if (selected.declaration?.kind === "method_declaration") return false;
  return mayStandFor(type, callable, semantics) && "maybe";
}

/** Whether a file is in a package or imports it. */
function reaches(path: string, semantics: FileSemantics): boolean {
  return semantics.package.source.path === path || importedPaths(semantics.tree).includes(path);
}

/** Whether the type that something belongs to has all methods of an interface, by their names. */
function mayStandFor(type: Type, { path, owner }: Callable, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  const wanted = members.underlying(type);
  const object = semantics.package.imported(path)?.declared(owner);
  if (wanted.kind !== "interface" || !object) return true;
  const holder = semantics.typeOfObject(object);
  return [...members.methodsOf(wanted).keys()].every(
    (name) => members.select(holder, name)?.kind === "method",
  );
}

function isType(object: GoObject, { path, owner }: Callable, semantics: FileSemantics): boolean {
  return object.name === owner && pathOf(object, semantics) === path;
}
