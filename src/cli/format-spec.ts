import { resolve } from "node:path";
import { didYouMean } from "../engine/config/closest.js";
import type { FormatName, Formatter } from "../report/index.js";
import { UsageError } from "./usage-error.js";

/** One output of a run. */
export interface FormatSpec {
  readonly format: FormatName;
  /** Where to write; undefined is standard output. */
  readonly file: string | undefined;
}

const loaders: Readonly<Record<FormatName, () => Promise<Formatter>>> = {
  text: async () => (await import("../report/text.js")).formatText,
  compact: async () => (await import("../report/compact.js")).formatCompact,
  json: async () => (await import("../report/json.js")).formatJson,
  jsonl: async () => (await import("../report/jsonl.js")).formatJsonl,
  sarif: async () => (await import("../report/sarif.js")).formatSarif,
  github: async () => (await import("../report/github.js")).formatGithub,
  gitlab: async () => (await import("../report/gitlab.js")).formatGitlab,
  junit: async () => (await import("../report/junit.js")).formatJunit,
  checkstyle: async () => (await import("../report/checkstyle.js")).formatCheckstyle,
  html: async () => (await import("../report/html.js")).formatHtml,
  markdown: async () => (await import("../report/markdown-report.js")).formatMarkdown,
};

/** Every format, as `--format` takes it. */
export const formatNames: readonly string[] = Object.keys(loaders);

/** Reads `--format` values: `text`, `sarif:out.sarif`. None means text on standard output. */
export function parseFormats(values: readonly string[]): readonly FormatSpec[] {
  const specs = (values.length === 0 ? ["text"] : values).map(parseFormat);
  const targets = new Set<string | undefined>();
  for (const { file } of specs) {
    const target = file === undefined ? undefined : resolve(file);
    if (targets.has(target)) {
      throw new UsageError(
        file === undefined
          ? "Only one format can go to standard output; give the others a file: --format sarif:out.sarif"
          : `Only one format can go to the file ${file}.`,
      );
    }
    targets.add(target);
  }
  return specs;
}

function parseFormat(value: string): FormatSpec {
  const colon = value.indexOf(":");
  const format = colon === -1 ? value : value.slice(0, colon);
  const file = colon === -1 ? undefined : value.slice(colon + 1);
  if (!Object.hasOwn(loaders, format)) {
    const hint = didYouMean(format, formatNames) || `; choose one of ${formatNames.join(", ")}`;
    throw new UsageError(`There is no format "${format}"${hint}`);
  }
  if (file === "") throw new UsageError(`--format ${value} names no file after the colon.`);
  return { format: format as FormatName, file };
}

/** Imports a formatter. */
export function loadFormatter(format: FormatName): Promise<Formatter> {
  return loaders[format]();
}
