import { existsSync } from "node:fs";
import { closest } from "../engine/config/closest.js";
import { UsageError } from "./usage-error.js";

const commands = ["lint", "explain", "rules", "init", "config", "doctor", "completion"];

/** Throws for a path that is not there and looks like the name of a command. */
export function refuseMisspeltCommand(path: string): void {
  if (!/^[a-z]+$/i.test(path) || existsSync(path)) return;
  const command = closest(path, commands);
  if (command === undefined) return;
  throw new UsageError(`There is no file or folder "${path}"; did you mean leakcheck ${command}?`);
}
