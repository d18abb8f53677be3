import { Field } from "../../syntax/index.js";
import type {
  CompositeLiteralNode,
  FieldDeclarationNode,
  InterfaceTypeNode,
  StructTypeNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { isExported } from "./declarations.js";

/** Where names come from that printed text uses. Both are told of every use. */
export interface NameScope {
  /** The stub's name for what a file calls `identifier`; undefined when that is no imported package. */
  qualifier(identifier: SyntaxNode): string | undefined;
  /** `identifier` is used and does not belong to a package or a value. */
  use(identifier: SyntaxNode): void;
}

/** How a declaration is printed. */
export interface PrintOptions {
  /** Names that stand for type parameters. */
  readonly typeParameters?: ReadonlySet<string>;
  /** What `iota` stands for. */
  readonly iota?: number;
  /** Leaves of an expression only what its type hangs on: no text, no elements, no bodies. */
  readonly typeOnly?: boolean;
}

const literals: ReadonlySet<string> = new Set([
  "float_literal",
  "imaginary_literal",
  "int_literal",
  "interpreted_string_literal",
  "raw_string_literal",
  "rune_literal",
]);

const declaring: ReadonlySet<string> = new Set([
  "function_declaration",
  "method_declaration",
  "parameter_declaration",
  "type_alias",
  "type_parameter_declaration",
  "type_spec",
  "variadic_parameter_declaration",
]);

/**
 * Prints declarations as they are in the source, without what a stub does not have: comments, function bodies,
 * unexported fields, tags. Recursive: types and initialisers are not deep.
 */
export class Printer {
  readonly #scope: NameScope;
  #options: PrintOptions = {};
  #indent = "";

  constructor(scope: NameScope) {
    this.#scope = scope;
  }

  print(node: SyntaxNode, options: PrintOptions = {}): string {
    this.#options = options;
    return this.#node(node);
  }

  #node(node: SyntaxNode): string {
    if (literals.has(node.kind)) return this.#literal(node);
    switch (node.kind) {
      case "identifier":
      case "type_identifier":
        return this.#name(node);
      case "field_identifier":
        return node.text;
      case "iota":
        return String(this.#options.iota ?? node.text);
      case "qualified_type":
        return `${this.#scope.qualifier(node.package) ?? node.package.text}.${node.name.text}`;
      case "selector_expression":
        return `${this.#operand(node.operand)}.${node.field.text}`;
      case "struct_type":
        return this.#struct(node);
      case "interface_type":
        return this.#interface(node);
      case "composite_literal":
        return this.#composite(node);
      default:
        return this.#children(node);
    }
  }

  /** The children of a node and the tokens between them. */
  #children(node: SyntaxNode): string {
    const { text } = node.tree;
    let printed = "";
    let at = node.start;
    for (const child of node.allChildren) {
      const isBody = child.kind === "block";
      if (isBody && !this.#options.typeOnly) return (printed + tokens(text.slice(at, child.start))).trimEnd();
      printed += tokens(text.slice(at, child.start)) + (isBody ? "{}" : this.#node(child));
      at = child.end;
    }
    return printed + tokens(text.slice(at, node.end));
  }

  #literal({ kind, text }: SyntaxNode): string {
    return this.#options.typeOnly && kind.endsWith("string_literal") ? '""' : text;
  }

  #name(identifier: SyntaxNode): string {
    const { text, parent } = identifier;
    const isName = identifier.tree.arena.fields[identifier.id] === Field.name;
    const isDeclared = isName && parent !== undefined && declaring.has(parent.kind);
    if (!isDeclared && !this.#options.typeParameters?.has(text)) this.#scope.use(identifier);
    return text;
  }

  #operand(operand: SyntaxNode): string {
    const qualifier = operand.kind === "identifier" ? this.#scope.qualifier(operand) : undefined;
    return qualifier ?? this.#node(operand);
  }

  #struct(struct: StructTypeNode): string {
    return this.#block("struct", struct, () =>
      struct.child.children.flatMap((field) => this.#field(field) ?? []),
    );
  }

  /** Embedded fields stay, whatever their names: their methods are reached through them. */
  #field(field: FieldDeclarationNode): string | undefined {
    if (field.names.length === 0) {
      return tokens(field.tree.text.slice(field.start, field.type.start)) + this.#node(field.type);
    }
    const names = field.names.map(({ text }) => text).filter(isExported);
    return names.length === 0 ? undefined : `${names.join(", ")} ${this.#node(field.type)}`;
  }

  #interface(type: InterfaceTypeNode): string {
    return this.#block("interface", type, () => type.children.map((element) => this.#node(element)));
  }

  /** A member a line in declared types; elsewhere on one line if the source has it so. */
  #block(keyword: string, node: SyntaxNode, members: () => readonly string[]): string {
    const outer = this.#indent;
    this.#indent += "\t";
    const lines = members();
    const inner = this.#indent;
    this.#indent = outer;
    if (lines.length === 0) return `${keyword}{}`;
    const isDeclaration = node.parent?.kind === "type_spec";
    if (!isDeclaration && !node.text.includes("\n")) return `${keyword} { ${lines.join("; ")} }`;
    return `${keyword} {\n${lines.map((line) => `${inner}${line}\n`).join("")}${outer}}`;
  }

  /** The length of `[...]T{…}` is part of its type, so that its elements stay. */
  #composite(literal: CompositeLiteralNode): string {
    const isCounted = literal.type.kind === "implicit_length_array_type";
    return this.#options.typeOnly && !isCounted ? `${this.#node(literal.type)}{}` : this.#children(literal);
  }
}

/** The tokens between two nodes on one line, without comments. */
function tokens(text: string): string {
  return text
    .replace(/\/\/.*|\/\*[^]*?\*\//g, " ")
    .replace(/\s+/g, " ")
    .replace(/([([]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1");
}
