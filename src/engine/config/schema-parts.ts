/** A JSON schema, draft 7: the draft that editors know best. */
export type JsonSchema = Readonly<Record<string, unknown>>;

interface TextSchema {
  readonly description: string;
  /** Regular expression. */
  readonly pattern?: string;
  readonly examples: readonly string[];
}

/** An object with no other keys than these. */
export function map(properties: Readonly<Record<string, unknown>>): JsonSchema {
  return { type: "object", properties, additionalProperties: false };
}

/** A string or a list of strings. */
export function oneOrMore({ description, examples, pattern }: TextSchema): JsonSchema {
  const text = { ...(pattern === undefined ? { minLength: 1 } : { pattern }), examples };
  return { type: ["string", "array"], ...text, items: { type: "string", ...text }, description };
}
