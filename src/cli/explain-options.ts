import type { InferredOptionTypes, Options } from "yargs";
import { lintOptions } from "./lint-options.js";

const { preset, rule, go, config, color } = lintOptions;

/** Options of `leakcheck explain`: those of `lint` that change what is said of a line. */
export const explainOptions = {
  preset,
  rule,
  go,
  config,
  format: {
    choices: ["text", "json"],
    default: "text",
    requiresArg: true,
    alias: "f",
    group: "Output:",
    describe: "how to print what is said of a line",
  },
  color,
} as const satisfies Readonly<Record<string, Options>>;

/** The arguments of `leakcheck explain`, as yargs hands them over. */
export type ExplainArguments = InferredOptionTypes<typeof explainOptions> & {
  /** A rule's name, alias or group, or a place. */
  readonly subject: string;
};
