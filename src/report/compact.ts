import { visible, visibleLine } from "../text/terminal.js";
import type { Formatter } from "./formatter.js";
import { place } from "./place.js";

/**
 * One line for each finding, `file:line:column: message (rule)`, the form that problem matchers and
 * editors read. Notices are no findings and would be taken for some: they are left to the caller.
 */
export const formatCompact: Formatter = (result) =>
  result.diagnostics
    .map(({ location, message, rule }) => {
      return `${place(location.file, location.from)}: ${visibleLine(message)} (${visible(rule)})\n`;
    })
    .join("");
