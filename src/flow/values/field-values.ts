import type { FileSemantics, PackageSemantics, Type } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { Expression, SelectorExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { givenAt } from "./given-value.js";

/** A value that code puts into a field, or the call of which it is the first result; undefined where that is not to be seen. */
export interface FieldValue {
  readonly value: Expression | undefined;
  readonly file: FileSemantics;
}

/**
 * What code puts into the field that a selector finds, by `field: value`, by `x.field = value` or in some way that is not
 * followed. Undefined for fields that other packages can set, and for those of generic types.
 */
export function fieldValues(
  { operand, field }: SelectorExpressionNode,
  semantics: FileSemantics,
): readonly FieldValue[] | undefined {
  const word = field.text;
  if (/^\p{Lu}/u.test(word)) return undefined;
  const identity = fieldIn(operand, word, semantics);
  return identity && packageFields(semantics.package).valuesOf(identity, word);
}

/** A field as its type declares it, whatever it is reached through. */
function fieldIn(operand: Expression, word: string, semantics: FileSemantics): object | undefined {
  return fieldOfType(semantics.typeOf(operand), word, semantics);
}

function fieldOfType(type: Type, word: string, semantics: FileSemantics): object | undefined {
  const holder = type.kind === "pointer" ? type.element : type;
  if (holder.kind !== "named" || holder.args.length > 0) return undefined;
  const found = semantics.package.program.types.members.select(holder, word);
  return found?.kind === "field" ? found.field : undefined;
}

/** The values of the fields of a package, each found when it is asked for. */
class PackageFields {
  readonly #semantics: PackageSemantics;
  readonly #values = new Map<object, readonly FieldValue[]>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
  }

  valuesOf(field: object, word: string): readonly FieldValue[] {
    let values = this.#values.get(field);
    if (!values) {
      values = this.#semantics.trees
        .filter((tree) => !this.#semantics.isTest(tree))
        .map((tree) => this.#semantics.file(tree))
        .flatMap((file) => valuesIn(file, field, word).map((value) => ({ value, file })));
      this.#values.set(field, values);
    }
    return values;
  }
}

const packages = new WeakMap<PackageSemantics, PackageFields>();

function packageFields(semantics: PackageSemantics): PackageFields {
  let fields = packages.get(semantics);
  if (!fields) packages.set(semantics, (fields = new PackageFields(semantics)));
  return fields;
}

function valuesIn(file: FileSemantics, field: object, word: string): readonly (Expression | undefined)[] {
  const { kinds, size } = file.tree.arena;
  const given: (Expression | undefined)[] = [];
  for (let id = 0; id < size; id++) {
    const kind = kinds[id];
    if (kind === KindId.selector_expression || kind === KindId.literal_value)
      given.push(...valuesAt(file.tree.node(id), field, word, file));
  }
  return given;
}

function valuesAt(
  node: SyntaxNode,
  field: object,
  word: string,
  file: FileSemantics,
): readonly (Expression | undefined)[] {
  if (node.kind === "selector_expression") {
    const given = node.field.text === word ? givenAt(node) : undefined;
    return given && fieldIn(node.operand, word, file) === field ? [given.value] : [];
  }
  if (node.kind !== "literal_value") return [];
  const [first] = node.children;
  const keyed = node.children.flatMap((child) =>
    child.kind === "keyed_element" && child.key.text === word ? [child] : [],
  );
  const isPositional = first?.kind === "literal_element";
  if (keyed.length === 0 && !isPositional) return [];
  if (fieldOfType(file.package.program.types.ofLiteral(node), word, file) !== field) return [];
  return isPositional ? [undefined] : keyed.map(({ value }) => value.child as Expression);
}
