import { Ajv } from "ajv";
import type { ErrorObject } from "ajv";
import { didYouMean } from "./closest.js";
import { showKeyPath } from "./config-document.js";
import type { KeyPath } from "./config-document.js";
import type { JsonSchema } from "./schema-parts.js";

/** A value that breaks a schema: where, and how. */
export interface SchemaFault {
  readonly path: KeyPath;
  /** Whether the key is at fault, or the value under it. */
  readonly part: "key" | "value";
  /** `unknown key "x"`; of a value, it goes on from its name: `must be a list, not "x"`. */
  readonly message: string;
}

/** Everything in a value that breaks a schema, draft 7. A pattern in it needs examples, which errors quote. */
export function checkSchema(schema: JsonSchema, value: unknown): readonly SchemaFault[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strictTuples: false, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  return validate(value) ? [] : (validate.errors ?? []).flatMap(describe);
}

/** The fault as a sentence; `whole` is what the value checked is called: "the config". */
export function showFault({ path, part, message }: SchemaFault, whole: string): string {
  if (part === "value") return `${showKeyPath(path) || whole} ${message}`;
  const parent = showKeyPath(path.slice(0, -1));
  return parent === "" ? message : `${parent}: ${message}`;
}

type Describe = (error: ErrorObject, path: KeyPath) => SchemaFault;

function describe(error: ErrorObject): readonly SchemaFault[] {
  // It only says that one of its branches has failed, which has its own error.
  if (error.keyword === "if") return [];
  const path = error.instancePath.split("/").slice(1).map(unescape);
  const fault = descriptions[error.keyword]?.(error, path);
  return [fault ?? { path, part: "value", message: `${error.message}` }];
}

const descriptions: Readonly<Record<string, Describe>> = {
  additionalProperties: ({ params, parentSchema }, path) => {
    const key = String(params["additionalProperty"]);
    const hint = keyHint(key, Object.keys(parentSchema?.["properties"] ?? {}));
    return {
      path: [...path, key],
      part: "key",
      message: `unknown ${nameOfKey(path)} ${JSON.stringify(key)}${hint}`,
    };
  },

  required: ({ params }, path) => ({
    path,
    part: "value",
    message: `has no ${JSON.stringify(params["missingProperty"])}`,
  }),

  enum: ({ params, data }, path) => {
    const allowed = (params["allowedValues"] as readonly unknown[]).map((value) => JSON.stringify(value));
    const hint = typeof data === "string" ? didYouMean(data, params["allowedValues"] as string[]) : "";
    return {
      path,
      part: "value",
      message: `must be ${alternatives(allowed)}, not ${show(data)}${hint}`,
    };
  },

  type: ({ params, data }, path) => {
    const types = [params["type"]].flat().map((type) => typeWords[String(type)] ?? String(type));
    const hint = types.join() === "a string" && typeof data === "number" ? ": put it into quotes" : "";
    return { path, part: "value", message: `must be ${alternatives(types)}, not ${show(data)}${hint}` };
  },

  pattern: ({ parentSchema, data }, path) => {
    const examples = [parentSchema?.["examples"] ?? []].flat().map((example) => JSON.stringify(example));
    return { path, part: "value", message: `must look like ${alternatives(examples)}, not ${show(data)}` };
  },

  minLength: (_, path) => ({ path, part: "value", message: "must not be empty" }),
  minItems: (_, path) => ({ path, part: "value", message: "must not be empty" }),
  additionalItems: ({ params }, path) => ({
    path,
    part: "value",
    message: `must have no more than ${params["limit"]} entries`,
  }),
};

const typeWords: Readonly<Record<string, string>> = {
  string: "a string",
  array: "a list",
  object: "a map",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
};

/** What to use instead of keys that other tools have. */
const replacements: ReadonlyMap<string, string> = new Map([
  ["$import", "extends"],
  ["preset", "extends"],
]);

function keyHint(key: string, known: readonly string[]): string {
  const plugin = key.slice(0, key.indexOf("/") + 1);
  if (plugin !== "" && !known.some((other) => other.startsWith(plugin))) {
    return `; no plugin ${JSON.stringify(plugin.slice(0, -1))} is loaded`;
  }
  const replacement = replacements.get(key);
  return replacement === undefined ? didYouMean(key, known) : `; use ${JSON.stringify(replacement)}`;
}

function nameOfKey(path: KeyPath): string {
  if (path.at(-1) === "rules") return "rule";
  return path.at(-3) === "rules" ? "option" : "key";
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function show(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : (JSON.stringify(value) ?? `a ${typeof value}`);
}

function unescape(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
