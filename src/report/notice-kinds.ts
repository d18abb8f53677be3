import type { Notice } from "../diagnostic/index.js";

/** How reports speak of one kind of notice. */
interface NoticeKind {
  /** What happened and what it means for the result; no full stop. */
  readonly title: string;
  readonly level: "warning" | "error";
}

/** Every kind of notice in the order in which reports list them, the gravest last and so next to the summary. */
export const noticeKinds: Readonly<Record<Notice["kind"], NoticeKind>> = {
  "syntax-error": { title: "Syntax errors: what could be parsed was linted", level: "warning" },
  encoding: { title: "Not valid UTF-8: linted with replacement characters", level: "warning" },
  module: { title: "go.mod or go.work not understood in full", level: "warning" },
  oversize: { title: "Too large: not linted", level: "warning" },
  binary: { title: "Not Go source: not linted", level: "warning" },
  unfinished: { title: "Too many paths: not all of them were followed", level: "warning" },
  unfixed: { title: "Fixes that were not made", level: "warning" },
  unmatched: { title: "Nothing there, or no Go files", level: "error" },
  unreadable: { title: "Unreadable: not linted", level: "error" },
  unwritable: { title: "Not written: fixes are lost", level: "error" },
  "internal-error": { title: "Internal errors: defects of leakcheck or of a plugin", level: "error" },
};
