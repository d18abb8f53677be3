import { displayWidth } from "../text/terminal.js";

const isAscii = /^[\x20-\x7e]*$/;

/**
 * Stands for the `string-width` package in the bundled command line (see `scripts/bundle.mjs`): that one compiles
 * large regular expressions before it has measured anything, which half of the time of `leakcheck --help` went to.
 */
export default function stringWidth(text: string): number {
  return isAscii.test(text) ? text.length : displayWidth(text);
}
