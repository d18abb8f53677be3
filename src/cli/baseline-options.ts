import type { InferredOptionTypes, Options } from "yargs";
import { lintOptions } from "./lint-options.js";

const { preset, rule, only, skip, go, tests, generated, config } = lintOptions;

/** Options of `leakcheck baseline`: those of `lint` that decide about what is found. */
export const baselineOptions = {
  preset,
  rule,
  only,
  skip,
  go,
  tests,
  generated,
  config,
  baseline: { type: "string", requiresArg: true, group: "Files:", describe: "the baseline's file" },
} as const satisfies Readonly<Record<string, Options>>;

export const baselineActions = ["create", "prune"] as const;

/** The arguments of `leakcheck baseline`, as yargs hands them over. */
export type BaselineArguments = InferredOptionTypes<typeof baselineOptions> & {
  readonly action: (typeof baselineActions)[number];
};
