// The parts through which types may refer to themselves, or that need other declarations to be read: each is computed
// when it is first asked for. Classes, since there are tens of thousands of them: an object with getters of its own
// costs many times as much. Spreading one of them loses its parts.
import type { SyntaxNode } from "../../syntax/index.js";
import type {
  Field,
  InterfaceMethod,
  InterfaceType,
  SignatureType,
  StructType,
  Type,
  UnionTerm,
} from "./type.js";

/** A field whose type is computed on demand. */
export class LazyField implements Field {
  readonly name: string;
  readonly embedded: boolean;
  readonly declaration: SyntaxNode;
  #type: Type | (() => Type);

  constructor({ name, embedded, declaration }: Omit<Field, "type">, type: () => Type) {
    this.name = name;
    this.embedded = embedded;
    this.declaration = declaration;
    this.#type = type;
  }

  get type(): Type {
    if (typeof this.#type === "function") this.#type = this.#type();
    return this.#type;
  }
}

/** A method of an interface whose signature is computed on demand. */
export class LazyMethod implements InterfaceMethod {
  readonly name: string;
  readonly declaration: SyntaxNode | undefined;
  #signature: SignatureType | (() => SignatureType);

  constructor({ name, declaration }: Omit<InterfaceMethod, "signature">, signature: () => SignatureType) {
    this.name = name;
    this.declaration = declaration;
    this.#signature = signature;
  }

  get signature(): SignatureType {
    if (typeof this.#signature === "function") this.#signature = this.#signature();
    return this.#signature;
  }
}

/** A struct whose fields are computed on demand. */
export class LazyStruct implements StructType {
  readonly kind = "struct";
  #fields: readonly Field[] | (() => readonly Field[]);

  constructor(fields: () => readonly Field[]) {
    this.#fields = fields;
  }

  get fields(): readonly Field[] {
    if (typeof this.#fields === "function") this.#fields = this.#fields();
    return this.#fields;
  }
}

type Unions = InterfaceType["embedded"];

/** An interface whose methods and embedded types are computed on demand. */
export class LazyInterface implements InterfaceType {
  readonly kind = "interface";
  #methods: readonly InterfaceMethod[] | (() => readonly InterfaceMethod[]);
  #embedded: Unions | (() => Unions);

  constructor(methods: () => readonly InterfaceMethod[], embedded: () => Unions) {
    this.#methods = methods;
    this.#embedded = embedded;
  }

  get methods(): readonly InterfaceMethod[] {
    if (typeof this.#methods === "function") this.#methods = this.#methods();
    return this.#methods;
  }

  get embedded(): readonly (readonly UnionTerm[])[] {
    if (typeof this.#embedded === "function") this.#embedded = this.#embedded();
    return this.#embedded;
  }
}

/** A signature whose parameters and results are computed on demand: most calls need the results alone. */
export class LazySignature implements SignatureType {
  readonly kind = "signature";
  readonly variadic: boolean;
  readonly typeParameters: SignatureType["typeParameters"];
  #parameters: readonly Type[] | (() => readonly Type[]);
  #results: readonly Type[] | (() => readonly Type[]);

  constructor(
    { variadic, typeParameters }: Pick<SignatureType, "variadic" | "typeParameters">,
    parameters: () => readonly Type[],
    results: () => readonly Type[],
  ) {
    this.variadic = variadic;
    this.typeParameters = typeParameters;
    this.#parameters = parameters;
    this.#results = results;
  }

  get parameters(): readonly Type[] {
    if (typeof this.#parameters === "function") this.#parameters = this.#parameters();
    return this.#parameters;
  }

  get results(): readonly Type[] {
    if (typeof this.#results === "function") this.#results = this.#results();
    return this.#results;
  }
}
