import type {
  Expression,
  LiteralValueNode,
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
} from "../../syntax/index.js";
import type { GoObject } from "../object.js";
import { Calls } from "./calls.js";
import { Constants } from "./constants.js";
import { ExpressionTypes } from "./expression-types.js";
import { Members } from "./members.js";
import { ObjectTypes } from "./object-types.js";
import { TypeExpressions } from "./type-expressions.js";
import type { SignatureNode } from "./type-expressions.js";
import { unknown } from "./type.js";
import type { SignatureType, Type } from "./type.js";

/** What the types of a program are computed from: its names. */
export interface Names {
  /** The object that an identifier stands for. */
  objectOf(identifier: SyntaxNode): GoObject | undefined;
  /** The methods of a name that are declared for a type; several where build variants declare it. */
  methodsOf(type: GoObject, name: string): readonly MethodDeclarationNode[];
  /** The object that an imported package exports under a name. */
  exported(packageName: GoObject, name: string): GoObject | undefined;
  /** Import path of the package that a file belongs to. */
  packagePath(tree: SyntaxTree): string | undefined;
}

/** Deeper than Go code gets by hand; the types of deeper expressions are unknown. */
const maximumDepth = 200;

/** The types of everything in a program, each computed when it is asked for and then remembered. */
export class Types {
  readonly names: Names;
  readonly constants: Constants;
  readonly members: Members;
  readonly calls: Calls;
  readonly #expressions: ExpressionTypes;
  readonly #objects: ObjectTypes;
  readonly #typeExpressions: TypeExpressions;
  #depth = 0;

  constructor(names: Names) {
    this.names = names;
    this.constants = new Constants(this);
    this.members = new Members(this);
    this.calls = new Calls(this);
    this.#expressions = new ExpressionTypes(this);
    this.#objects = new ObjectTypes(this);
    this.#typeExpressions = new TypeExpressions(this);
  }

  /** The type of an expression's value; a tuple for calls with several results or none. */
  ofExpression(expression: Expression): Type {
    return this.#expressions.known(expression) ?? this.#guarded(() => this.#expressions.typeOf(expression));
  }

  /** The type that a name stands for (of a type name), or that its values have. */
  ofObject(object: GoObject): Type {
    return this.#objects.known(object) ?? this.#guarded(() => this.#objects.typeOf(object));
  }

  /** The type that a type expression denotes. */
  denotedBy(node: SyntaxNode): Type {
    return this.#typeExpressions.known(node) ?? this.#guarded(() => this.#typeExpressions.typeOf(node));
  }

  /** The type that an expression denotes where a type may stand (`T` in `T(x)`), undefined for a value. */
  ifType(expression: Expression): Type | undefined {
    return this.#typeExpressions.ifType(expression);
  }

  /** The object that a possibly qualified name stands for: `Name`, `pkg.Name`, in expressions and in types. */
  namedBy(node: SyntaxNode): GoObject | undefined {
    switch (node.kind) {
      case "identifier":
      case "type_identifier":
        return this.names.objectOf(node);
      case "qualified_type":
        return this.#exported(node.package, node.name.text);
      case "selector_expression":
        return this.#exported(node.operand, node.field.text);
      default:
        return undefined;
    }
  }

  #exported(operand: SyntaxNode, name: string): GoObject | undefined {
    const object =
      operand.kind === "identifier" || operand.kind === "package_identifier"
        ? this.names.objectOf(operand)
        : undefined;
    return object?.kind === "package-name" ? this.names.exported(object, name) : undefined;
  }

  /** The type of a composite literal's value, also where the literal does not spell it. */
  ofLiteral(literal: LiteralValueNode): Type {
    return this.#guarded(() => this.#expressions.typeOfLiteral(literal));
  }

  /** The type of a function, without its receiver. */
  signature(node: SignatureNode): SignatureType {
    return this.#typeExpressions.signature(node);
  }

  /** The constraint of a type parameter, always an interface. */
  constraint(node: SyntaxNode): Type {
    return this.#guarded(() => this.#typeExpressions.constraint(node));
  }

  /** Source code may nest as deep as it likes, the call stack may not. */
  #guarded(compute: () => Type): Type {
    if (this.#depth >= maximumDepth) return unknown;
    this.#depth++;
    try {
      return compute();
    } finally {
      this.#depth--;
    }
  }
}
