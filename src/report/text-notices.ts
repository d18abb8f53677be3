import type { Colors } from "picocolors/types.js";
import type { Notice } from "../diagnostic/index.js";
import { visible, visibleLine } from "../text/terminal.js";
import { noticeKinds } from "./notice-kinds.js";
import { place } from "./place.js";

/** All notices, grouped by kind, each group a block of lines. */
export function noticeBlocks(notices: readonly Notice[], colors: Colors): string[] {
  return Object.entries(noticeKinds).flatMap(([kind, { title, level }]) => {
    const group = notices.filter((notice) => notice.kind === kind);
    if (group.length === 0) return [];
    const paint = level === "error" ? colors.red : colors.yellow;
    return [[paint(title), ...group.flatMap((notice) => noticeLines(notice, colors))].join("\n")];
  });
}

function noticeLines(notice: Notice, colors: Colors): string[] {
  const where = noticePlace(notice);
  const rule = notice.rule === undefined ? "" : ` (in rule ${visible(notice.rule)})`;
  const message = `  ${where === "" ? "" : `${where}  `}${visibleLine(notice.message)}${rule}`;
  const detail = notice.detail?.trimEnd().split(/\r?\n/) ?? [];
  return [message, ...detail.map((line) => colors.dim(`      ${visible(line)}`))];
}

function noticePlace({ file, position }: Notice): string {
  if (file === undefined) return "";
  return position === undefined ? visible(file) : place(file, position);
}
