import type { ConfigFlags } from "../engine/config/index.js";

/** The options that stand for settings, as yargs hands them over; a command may have only some of them. */
export interface ConfigArguments {
  readonly preset?: ConfigFlags["preset"];
  readonly rule?: readonly string[] | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly go?: string | undefined;
  readonly tests?: boolean | undefined;
  readonly config?: string | undefined;
}

/** What the command line says over the configuration. */
export function configFlags({ preset, rule, only, skip, go, tests, config }: ConfigArguments): ConfigFlags {
  return {
    ...(preset === undefined ? {} : { preset }),
    ...(rule === undefined ? {} : { rule }),
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
    ...(go === undefined ? {} : { go }),
    ...(tests === undefined ? {} : { tests }),
    // yargs turns --no-config into false, whatever the option's type.
    ...(config === undefined ? {} : { config: config as string | false }),
  };
}
