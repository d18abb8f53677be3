import { map, oneOrMore } from "./schema-parts.js";
import type { JsonSchema } from "./schema-parts.js";

const word = "[^\\s.,/#*()\\[\\]{}]+";
// A word in upper case after a dot would be a type, which methods have in parentheses.
// Import paths are whole: none begins at the folder of the config.
const packagePath = `(?!\\.)(?:[^\\s,#*()\\[\\]{}]+/)?${word}(?:\\.(?![A-Z])${word})*`;
const functionName = `${packagePath}\\.(?:\\(\\*?${word}\\)\\.)?${word}`;
const place = "#(?:[0-9]+|receiver|argument [0-9]+)";
const functionExamples = ["example.com/db.Open", "example.com/db.(*Pool).Get"];

/** The schema of an entry of `resources`. */
export const resourceSchema: JsonSchema = {
  ...map({
    name: {
      type: "string",
      pattern: "^\\S(?:.*\\S)?$",
      description: "What messages call it.",
      examples: ["lease"],
    },
    acquire: {
      ...oneOrMore({
        pattern: `^${functionName}(?:${place})?$`,
        description:
          "Functions and methods that acquire it, with the path of their package. It is result 0, or what follows a #: #1 for another result, #receiver, #argument 0.",
        examples: [...functionExamples, "example.com/db.Pair#1"],
      }),
      minItems: 1,
    },
    release: {
      ...oneOrMore({
        pattern: `^(?:\\(\\)|${word}(?:\\.${word})*|${functionName})$`,
        description:
          "What releases it: a method of the value (Close) or of a field of it (Body.Close), a function or method with the path of its package that is given it first, or () where the value is a function to be called.",
        examples: ["Close", "Body.Close", "example.com/db.Release", "()"],
      }),
      minItems: 1,
    },
    takes: oneOrMore({
      pattern: `^${functionName}$`,
      description: "Functions and methods that take it over when they are given it.",
      examples: functionExamples,
    }),
    borrows: oneOrMore({
      pattern: `^${functionName}$`,
      description: "Functions and methods that use it when they are given it, and leave it to the caller.",
      examples: functionExamples,
    }),
  }),
  required: ["name", "acquire", "release"],
};
