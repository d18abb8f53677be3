import type { Position } from "../diagnostic/index.js";
import { visible } from "../text/terminal.js";

/** `file:line:column`, the form that terminals and editors turn into a link; safe to print. */
export function place(file: string, position: Position): string {
  return `${visible(file)}:${position.line}:${position.column}`;
}
