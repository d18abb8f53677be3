import { FILE_HEADERS_ONLY, createTwoFilesPatch } from "diff";
import picocolors from "picocolors";
import type { FixedFile } from "../diagnostic/index.js";
import { visibleLine } from "../text/terminal.js";

/** What fixes would do to files, as a unified diff that `git apply` and `patch -p1` understand. */
export function formatDiff(files: readonly FixedFile[]): string {
  return files.map(fileDiff).join("");
}

/** The same for a terminal, which nothing in the files can steer. */
export function formatDiffForTerminal(files: readonly FixedFile[], color: boolean): string {
  const colors = picocolors.createColors(color);
  const lines = formatDiff(files).split("\n").slice(0, -1);
  return lines.map((line) => `${paint(line, colors)(visibleLine(line))}\n`).join("");
}

function fileDiff({ file, before, after }: FixedFile): string {
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(file);
  const [from, to] = isAbsolute ? [file, file] : [`a/${file}`, `b/${file}`];
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, options);
}

function paint(line: string, colors: ReturnType<typeof picocolors.createColors>): (text: string) => string {
  if (line.startsWith("+++") || line.startsWith("---")) return colors.bold;
  if (line.startsWith("@@")) return colors.cyan;
  if (line.startsWith("+")) return colors.green;
  return line.startsWith("-") ? colors.red : String;
}
