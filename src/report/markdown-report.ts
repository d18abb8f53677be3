import type { Diagnostic, Location, Notice, RunResult } from "../diagnostic/index.js";
import { byFile } from "./by-file.js";
import { counted } from "./counted.js";
import { firstAndLast } from "./first-and-last.js";
import type { FormatContext, Formatter } from "./formatter.js";
import { markdownLink, markdownText } from "./markdown-text.js";
import { noticeKinds } from "./notice-kinds.js";
import { ranked } from "./ranked.js";
import { sourceUrlOf } from "./source-url.js";
import { summaryLine } from "./text-summary.js";

/** Most bytes of the findings. GitHub takes summaries of 1 MiB and drops a larger one whole. */
const MOST_BYTES = 900_000;

/** Most steps that are shown of a path. */
const MOST_STEPS = 50;

/** Most notices of one kind that are listed. */
const MOST_NOTICES = 20;

/**
 * A page of Markdown: a table of findings for each file, each with its path to unfold. Made for the summaries of jobs on
 * GitHub and for comments, hence in its size limited: when there are too many findings the gravest are listed.
 */
export const formatMarkdown: Formatter = (result, context) => {
  const page = new Page(result, context);
  const rows = page.rowsWithin(MOST_BYTES);
  const omission = omissionOf(result, rows.size);
  if (omission !== undefined) context.onLeftOut?.(omission);
  const blocks = [
    "## leakcheck",
    `**${markdownText(summaryLine(result, context.elapsed))}**`,
    ...(omission === undefined ? [] : [`_${omission}_`]),
    ...page.tables(rows),
    ...noticeLists(result.notices),
  ];
  return `${blocks.join("\n\n")}\n`;
};

class Page {
  readonly #result: RunResult;
  readonly #context: FormatContext;
  readonly #ruleUrls: ReadonlyMap<string, string>;

  constructor(result: RunResult, context: FormatContext) {
    this.#result = result;
    this.#context = context;
    this.#ruleUrls = new Map(result.rules.map(({ name, url }) => [name, url]));
  }

  /** The rows of the findings that there is room for, the gravest chosen first. */
  rowsWithin(most: number): ReadonlyMap<Diagnostic, string> {
    const rows = new Map<Diagnostic, string>();
    const files = new Set<string>();
    let size = 0;
    for (const diagnostic of ranked(this.#result)) {
      const row = this.#row(diagnostic);
      const { file } = diagnostic.location;
      size += byteLength(row) + (files.has(file) ? 0 : byteLength(this.#tableHead(file)));
      if (size > most) break;
      files.add(file);
      rows.set(diagnostic, row);
    }
    return rows;
  }

  /** A table for each file, in the order of the findings. */
  tables(rows: ReadonlyMap<Diagnostic, string>): string[] {
    const listed = this.#result.diagnostics.filter((diagnostic) => rows.has(diagnostic));
    return [...byFile(listed)].map(([file, diagnostics]) => {
      const body = diagnostics.map((diagnostic) => rows.get(diagnostic) ?? "");
      return `${this.#tableHead(file)}${body.join("")}`.trimEnd();
    });
  }

  #tableHead(file: string): string {
    const heading = `### ${markdownLink(file, sourceUrlOf(file, this.#context))}`;
    return `${heading}\n\n| Line | Severity | Finding |\n| ---: | :------- | :------ |\n`;
  }

  #row(diagnostic: Diagnostic): string {
    const { location, severity, message, advice, rule } = diagnostic;
    const line = markdownLink(String(location.from.line), this.#lineUrl(location));
    const name = markdownLink(rule, this.#ruleUrls.get(rule));
    const text = markdownText(advice === undefined ? message : `${message}. ${advice}`);
    return `| ${line} | ${severity} | ${text} (${name})${this.#path(diagnostic)} |\n`;
  }

  /** The path as a list to unfold; HTML, since a table's cell is one line. */
  #path({ path, location: { file } }: Diagnostic): string {
    if (path.length === 0) return "";
    const items = firstAndLast(path, MOST_STEPS).map(({ location, message }) => {
      const where = location.file === file ? "line " : `${location.file}:`;
      const link = markdownLink(`${where}${location.from.line}`, this.#lineUrl(location));
      return `<li>${link}: ${markdownText(message)}</li>`;
    });
    const hidden = path.length - items.length;
    if (hidden > 0) items.splice(-1, 0, `<li>… ${counted(hidden, "step")} left out …</li>`);
    return ` <details><summary>How it leaks</summary><ol>${items.join("")}</ol></details>`;
  }

  #lineUrl({ file, from }: Location): string | undefined {
    const url = sourceUrlOf(file, this.#context);
    return url === undefined ? undefined : `${url}#L${from.line}`;
  }
}

function omissionOf({ diagnostics }: RunResult, listed: number): string | undefined {
  if (listed === diagnostics.length) return undefined;
  const all = counted(diagnostics.length, "finding");
  return `Only the gravest ${listed} of ${all} are listed: this page has no room for more.`;
}

function noticeLists(notices: readonly Notice[]): string[] {
  return Object.entries(noticeKinds).flatMap(([kind, { title }]) => {
    const group = notices.filter((notice) => notice.kind === kind);
    if (group.length === 0) return [];
    const items = group.slice(0, MOST_NOTICES).map((notice) => `- ${noticeText(notice)}`);
    const hidden = group.length - items.length;
    if (hidden > 0) items.push(`- … and ${hidden} more`);
    return [`### ${title}\n\n${items.join("\n")}`];
  });
}

function noticeText({ file, position, message }: Notice): string {
  const place = [file, position?.line].filter((part) => part !== undefined).join(":");
  return markdownText(place === "" ? message : `${place}: ${message}`);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
