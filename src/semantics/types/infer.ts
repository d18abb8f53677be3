import type { GoObject } from "../object.js";
import type { Members } from "./members.js";
import { substitute } from "./substitute.js";
import { defaultType, untypedRank } from "./type.js";
import type { SignatureType, Type, TypeParameter } from "./type.js";

const maximumDepth = 40;

/**
 * Infers the type arguments of a call from its arguments (Go specification, "Type inference", in the part that
 * calls in practice need): typed arguments first, then constraints with a core type, then untyped constants.
 * Parameters that stay open are left out.
 */
export function inferTypeArguments(
  signature: SignatureType,
  args: readonly Type[],
  members: Members,
): ReadonlyMap<GoObject, Type> {
  const inference = new Inference(signature.typeParameters, members);
  const pairs = args.flatMap((arg, at) => {
    const parameter = parameterAt(signature, at);
    return parameter ? [{ parameter, arg }] : [];
  });
  for (const { parameter, arg } of pairs) if (!isUntyped(arg)) inference.unify(parameter, arg);
  inference.useConstraints();
  const untyped = pairs.filter(({ arg }) => isUntyped(arg));
  for (const { parameter, arg } of untyped.toSorted((a, b) => untypedRank(b.arg) - untypedRank(a.arg)))
    inference.unify(parameter, defaultType(arg));
  inference.useConstraints();
  return inference.found;
}

function isUntyped(type: Type): boolean {
  return type.kind === "basic" && type.untyped;
}

/** The type of the parameter that an argument goes to; the element's where it goes to `...T`. */
export function parameterAt({ parameters, variadic }: SignatureType, at: number): Type | undefined {
  const last = parameters.length - 1;
  if (!variadic || at < last) return parameters[at];
  const rest = parameters[last];
  return rest?.kind === "slice" ? rest.element : undefined;
}

class Inference {
  readonly found = new Map<GoObject, Type>();
  readonly #parameters: ReadonlyMap<GoObject, TypeParameter>;
  readonly #members: Members;

  constructor(parameters: readonly TypeParameter[], members: Members) {
    this.#parameters = new Map(parameters.map((parameter) => [parameter.object, parameter]));
    this.#members = members;
  }

  /** Finds what stands for the parameters in `pattern` so that it becomes `type`. */
  unify(pattern: Type, type: Type, depth = 0): void {
    if (depth > maximumDepth || type.kind === "unknown") return;
    if (pattern.kind === "type-parameter" && this.#parameters.has(pattern.object)) {
      if (!this.found.has(pattern.object)) this.found.set(pattern.object, type);
      return;
    }
    const other = pattern.kind === "named" || type.kind !== "named" ? type : this.#members.underlying(type);
    this.#unifyParts(pattern, other, (a, b) => this.unify(a, b, depth + 1));
  }

  /** `S ~[]E` gives E once S is known, and S once E is. */
  useConstraints(): void {
    for (const parameter of this.#parameters.values()) {
      const core = this.#members.core(parameter);
      if (core.kind === "unknown" || core.kind === "interface") continue;
      const known = this.found.get(parameter.object);
      if (known) this.unify(core, this.#members.underlying(known));
      else if (this.#isComplete(core)) this.found.set(parameter.object, substitute(core, this.found));
    }
  }

  /** Whether all parameters in a type are found. */
  #isComplete(type: Type): boolean {
    let complete = true;
    const visit = (part: Type, depth: number): void => {
      if (depth > maximumDepth) complete = false;
      if (part.kind === "type-parameter" && this.#parameters.has(part.object) && !this.found.has(part.object))
        complete = false;
      for (const inner of parts(part)) if (complete) visit(inner, depth + 1);
    };
    visit(type, 0);
    return complete;
  }

  #unifyParts(pattern: Type, type: Type, unify: (pattern: Type, type: Type) => void): void {
    if (pattern.kind === "named") {
      if (type.kind === "named" && type.object === pattern.object) {
        pattern.args.forEach((arg, at) => type.args[at] && unify(arg, type.args[at]));
      }
      return;
    }
    if (pattern.kind !== type.kind) return;
    const others = parts(type);
    parts(pattern).forEach((part, at) => others[at] && unify(part, others[at]));
  }
}

/** The direct parts of a type that take part in unification. */
function parts(type: Type): readonly Type[] {
  switch (type.kind) {
    case "named":
      return type.args;
    case "pointer":
    case "slice":
    case "array":
    case "channel":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "signature":
      return [...type.parameters, ...type.results];
    default:
      return [];
  }
}
