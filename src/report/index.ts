import { formatCheckstyle } from "./checkstyle.js";
import { formatCompact } from "./compact.js";
import type { Formatter } from "./formatter.js";
import { formatGithub } from "./github.js";
import { formatGitlab } from "./gitlab.js";
import { formatHtml } from "./html.js";
import { formatJson } from "./json.js";
import { formatJsonl } from "./jsonl.js";
import { formatJunit } from "./junit.js";
import { formatMarkdown } from "./markdown-report.js";
import { formatSarif } from "./sarif.js";
import { formatText } from "./text.js";

export type { FormatContext, Formatter } from "./formatter.js";
export type { JsonReport } from "./json.js";

/** Name of a format as given to `--format`. */
export type FormatName =
  | "text"
  | "compact"
  | "json"
  | "jsonl"
  | "sarif"
  | "github"
  | "gitlab"
  | "junit"
  | "checkstyle"
  | "html"
  | "markdown";

export const formatters: Readonly<Record<FormatName, Formatter>> = {
  text: formatText,
  compact: formatCompact,
  json: formatJson,
  jsonl: formatJsonl,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
  junit: formatJunit,
  checkstyle: formatCheckstyle,
  html: formatHtml,
  markdown: formatMarkdown,
};
