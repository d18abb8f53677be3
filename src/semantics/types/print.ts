import type { GoObject } from "../object.js";
import type { Members } from "./members.js";
import type { Field, InterfaceType, SignatureType, Type, UnionTerm } from "./type.js";

/** How an unknown type, or an unknown part of one, is printed. */
export const unknownText = "?";

/** Types may lead back to themselves by several ways at once, and would be printed without end. */
const maximumParts = 300;

/** What printing needs besides the type itself. */
export interface PrintContext {
  readonly members: Members;
  /** `net/http.Response`; just the name for types without a package. */
  readonly qualifiedName: (object: GoObject) => string;
}

/**
 * A type in Go's notation with full package paths: `map[string]*net/http.Response`, `func(int, ...string) error`.
 * Parameter names and struct tags are left out, the methods of interfaces sorted.
 */
export function printType(type: Type, context: PrintContext): string {
  let parts = 0;
  const print = (part: Type): string =>
    ++parts > maximumParts ? unknownText : printPart(part, context, print);
  return print(type);
}

function printPart(type: Type, context: PrintContext, print: Print): string {
  switch (type.kind) {
    case "unknown":
      return unknownText;
    case "basic":
      return type.name;
    case "named":
      return context.qualifiedName(type.object) + typeArguments(type.args, print);
    case "type-parameter":
      return type.object.name;
    case "pointer":
      return `*${print(type.element)}`;
    case "slice":
      return `[]${print(type.element)}`;
    case "array":
      return `[${type.length ?? unknownText}]${print(type.element)}`;
    case "map":
      return `map[${print(type.key)}]${print(type.value)}`;
    case "channel":
      return channel(type.direction, print(type.element));
    case "tuple":
      return `(${type.types.map(print).join(", ")})`;
    case "signature":
      return `func${signature(type, print)}`;
    case "struct":
      return `struct{${type.fields.map((field) => fieldText(field, print)).join("; ")}}`;
    case "interface":
      return interfaceText(type, context, print);
  }
}

type Print = (type: Type) => string;

function typeArguments(args: readonly Type[], print: Print): string {
  return args.length === 0 ? "" : `[${args.map(print).join(", ")}]`;
}

function channel(direction: "both" | "send" | "receive", element: string): string {
  if (direction === "receive") return `<-chan ${element}`;
  if (direction === "send") return `chan<- ${element}`;
  return element.startsWith("<-") ? `chan (${element})` : `chan ${element}`;
}

function signature({ parameters, results, variadic }: SignatureType, print: Print): string {
  const printed = parameters.map((parameter, at) => {
    const isRest = variadic && at === parameters.length - 1 && parameter.kind === "slice";
    return isRest ? `...${print(parameter.element)}` : print(parameter);
  });
  const returned = results.map(print);
  const result = returned.length < 2 ? returned.join("") : `(${returned.join(", ")})`;
  return `(${printed.join(", ")})${result === "" ? "" : ` ${result}`}`;
}

function fieldText({ name, embedded, type }: Field, print: Print): string {
  return embedded ? print(type) : `${name} ${print(type)}`;
}

function interfaceText(type: InterfaceType, { members }: PrintContext, print: Print): string {
  const methods = [...members.methodsOf(type)]
    .map(([name, method]) => `${name}${signature(method, print)}`)
    .toSorted();
  const unions = type.embedded
    .filter((union) => !isInterface(union, members))
    .map((union) => union.map((term) => termText(term, print)).join(" | "));
  const all = [...methods, ...unions];
  return all.length === 0 ? "any" : `interface{${all.join("; ")}}`;
}

function isInterface([only, ...others]: readonly UnionTerm[], members: Members): boolean {
  return (
    only !== undefined &&
    others.length === 0 &&
    !only.tilde &&
    members.underlying(only.type).kind === "interface"
  );
}

function termText({ tilde, type }: UnionTerm, print: Print): string {
  return `${tilde ? "~" : ""}${print(type)}`;
}
