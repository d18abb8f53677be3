import type { RuleCategory, RuleMeta } from "../../rule/index.js";
import type { JsonSchema } from "./schema-parts.js";

const categories: Readonly<Record<RuleCategory, true>> = {
  resource: true,
  goroutine: true,
  timer: true,
  context: true,
  retention: true,
  growth: true,
  cgo: true,
  directive: true,
  observability: true,
};

const kebabCase = {
  type: "string",
  pattern: "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$",
  examples: ["lower-case-words"],
} as const;

const text = { type: "string", minLength: 1 } as const;
const texts = { type: "array", items: text } as const;
const textsById = { type: "object", additionalProperties: text } as const;

const optionSchema = {
  type: "object",
  properties: {
    type: { enum: ["boolean", "integer", "number", "string", "array"] },
    description: text,
    default: {},
    minimum: { type: "number" },
    maximum: { type: "number" },
    enum: texts,
    items: {
      type: "object",
      properties: { type: { enum: ["string"] }, enum: texts },
      required: ["type"],
      additionalProperties: false,
    },
  },
  required: ["type", "description", "default"],
  additionalProperties: false,
} as const;

const metaProperties: Readonly<Record<keyof RuleMeta, JsonSchema>> = {
  name: kebabCase,
  aliases: { type: "array", items: kebabCase },
  groups: { type: "array", items: kebabCase },
  replaces: texts,
  summary: { ...text, maxLength: 72 },
  category: { enum: Object.keys(categories) },
  preset: { enum: ["recommended", "strict", "observability"] },
  severity: { enum: ["info", "warning", "error"] },
  precision: { enum: ["very-high", "high", "medium", "low"] },
  cwe: texts,
  since: text,
  status: { enum: ["preview", "stable", "deprecated"] },
  go: { type: "object", properties: { from: text, until: text, restoredBy: text } },
  options: { type: "object", additionalProperties: optionSchema },
  messages: textsById,
  advice: textsById,
  fix: { enum: ["none", "safe", "suggestion"] },
};

const optionalMeta: ReadonlySet<string> = new Set([
  "aliases",
  "groups",
  "replaces",
  "go",
  "options",
  "advice",
]);

/** What a plugin must look like, but for its functions, of which JSON schema knows nothing. */
export const pluginSchema: JsonSchema = {
  type: "object",
  properties: {
    name: kebabCase,
    rules: {
      type: ["array", "object"],
      items: { $ref: "#/definitions/rule" },
      additionalProperties: { $ref: "#/definitions/rule" },
    },
  },
  required: ["name", "rules"],
  definitions: {
    rule: {
      type: "object",
      properties: {
        meta: {
          type: "object",
          properties: metaProperties,
          required: Object.keys(metaProperties).filter((key) => !optionalMeta.has(key)),
        },
        create: {},
      },
      required: ["meta", "create"],
    },
  },
};
