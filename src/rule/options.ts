/** The part of JSON Schema that rule options are described with. */
export type OptionSchema =
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }
  | {
      readonly type: "integer" | "number";
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly description: string;
    }
  | {
      readonly type: "string";
      readonly default: string;
      readonly enum?: readonly string[];
      readonly description: string;
    }
  | {
      readonly type: "array";
      readonly items: { readonly type: "string"; readonly enum?: readonly string[] };
      readonly default: readonly string[];
      readonly description: string;
    };

/** A rule's options by name. Every option has a default, so that a rule never meets an absent one. */
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

type OptionValue<S extends OptionSchema> = S extends { type: "boolean" }
  ? boolean
  : S extends { type: "integer" | "number" }
    ? number
    : S extends { type: "string"; enum: readonly (infer E)[] }
      ? E
      : S extends { type: "array"; items: { enum: readonly (infer E)[] } }
        ? readonly E[]
        : S extends { type: "array" }
          ? readonly string[]
          : string;

/** The type of the options that a schema describes. */
export type OptionsOf<S extends OptionSchemas> = { readonly [K in keyof S]: OptionValue<S[K]> };

/** The options a rule runs with when the configuration sets none. */
export function defaultOptions(schemas: OptionSchemas): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schema.default]));
}
