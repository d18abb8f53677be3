import { UsageError } from "./usage-error.js";

/** Throws for a switch that is given a value, as in `--color=always`: yargs would take it for `--no-color`. */
export function refuseSwitchValues(args: readonly string[], switches: ReadonlySet<string>): void {
  for (const arg of args) {
    if (arg === "--") return;
    const [, name = "", value] = /^--(?:no-)?([a-z-]+)=(.*)$/s.exec(arg) ?? [];
    if (switches.has(name) && value !== "true" && value !== "false") {
      throw new UsageError(`--${name} takes no value: write --${name} or --no-${name}, not ${arg}`);
    }
  }
}
