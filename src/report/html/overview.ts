import type { Diagnostic, RuleDescription, RunResult } from "../../diagnostic/index.js";
import { counted } from "../counted.js";
import type { FormatContext } from "../formatter.js";
import { gravestFirst, severityCounts } from "../severity-counts.js";
import { changesMade, duration } from "../text-summary.js";
import { Markup, link, markup } from "./markup.js";

/** A file with findings. */
export interface FileGroup {
  readonly file: string;
  readonly findings: readonly Diagnostic[];
  /** Its name in the page. */
  readonly anchor: string;
}

/** So many rules or files are listed before somebody asks for the others. */
const FEW = 8;

/** How much was found of what, where, by what, and what is not shown. */
export function overview(result: RunResult, groups: readonly FileGroup[], context: FormatContext): Markup {
  const { diagnostics } = result;
  const counts = severityCounts(diagnostics);
  const tiles = gravestFirst.map(
    (severity) =>
      markup`<li class="${severity}"><b>${counts[severity]}</b> ${severity}${counts[severity] === 1 ? "" : "s"}</li>
`,
  );
  const tables =
    diagnostics.length === 0
      ? undefined
      : markup`<div class="tables">
${ruleTable(result)}${fileTable(groups)}</div>
`;
  return markup`<section aria-labelledby="overview">
<h2 id="overview" class="spoken">Overview</h2>
<ul class="tiles">
${tiles}</ul>
<ul class="facts">
${facts(result, context).map((fact) => markup`<li>${fact}</li>\n`)}</ul>
${tables}${silentRules(result)}</section>
`;
}

/** Everything that the list of findings does not show. */
function facts(result: RunResult, { elapsed, version }: FormatContext): string[] {
  const changes = changesMade(result);
  return [
    `${counted(result.files, "file")} looked at`,
    ...(changes === undefined ? [] : [changes]),
    ...(result.suppressed > 0 ? [`${result.suppressed} suppressed by directives`] : []),
    ...(result.known > 0 ? [`${result.known} in the baseline`] : []),
    ...(result.untouched > 0 ? [`${result.untouched} outside of the change`] : []),
    ...(result.notices.length > 0 ? [counted(result.notices.length, "notice")] : []),
    ...(elapsed === undefined ? [] : [duration(elapsed)]),
    `leakcheck ${version}`,
  ];
}

function ruleTable({ diagnostics, rules }: RunResult): Markup {
  const found = countBy(diagnostics.map(({ rule }) => rule));
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  const rows = found.map(([name, count]): TableRow => {
    const rule = known.get(name);
    const hint = rule && markup` <span class="hint">${rule.summary}</span>`;
    return { label: markup`${link(name, rule?.url)}${hint}`, count, rule: name };
  });
  return table("rule", rows);
}

function fileTable(groups: readonly FileGroup[]): Markup {
  const rows = groups
    .toSorted((a, b) => b.findings.length - a.findings.length)
    .map(({ file, findings, anchor }): TableRow => {
      return { label: markup`<a href="#${anchor}">${file}</a>`, count: findings.length };
    });
  return table("file", rows);
}

/** How many findings there are of something. */
interface TableRow {
  readonly label: Markup;
  readonly count: number;
  /** The rule that is counted. */
  readonly rule?: string;
}

/** Rows by their counts, the first of them in sight. */
function table(noun: string, rows: readonly TableRow[]): Markup {
  const most = Math.max(...rows.map(({ count }) => count));
  const part = (some: readonly TableRow[], caption: string) => markup`<table>
<caption>${caption}</caption>
<thead class="spoken"><tr><th scope="col">${noun}</th><td></td><th scope="col">findings</th></tr></thead>
<tbody>
${some.map((row) => tableRow(row, most))}</tbody>
</table>
`;
  const rest = rows.slice(FEW);
  const more =
    rest.length === 0
      ? undefined
      : markup`<details><summary>${counted(rest.length, `more ${noun}`)}</summary>
${part(rest, `More by ${noun}`)}</details>
`;
  return markup`<div>
${part(rows.slice(0, FEW), `By ${noun}`)}${more}</div>
`;
}

function tableRow({ label, count, rule }: TableRow, most: number): Markup {
  const data = rule === undefined ? undefined : markup` data-rule="${rule}"`;
  return markup`<tr><th scope="row">${label}</th><td class="bar">${bar(count, most)}</td><td class="count"${data}>${count}</td></tr>
`;
}

/** A share as a bar. Sizes are attributes: the page's policy takes no styles but its own. */
function bar(count: number, most: number): Markup {
  const width = Math.max(1, Math.round((count / most) * 100));
  return markup`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="6"/></svg>`;
}

function silentRules({ diagnostics, rules }: RunResult): Markup | undefined {
  const found = new Set(diagnostics.map(({ rule }) => rule));
  const silent = rules.filter(({ name }) => !found.has(name));
  if (silent.length === 0) return undefined;
  return markup`<details class="silent"><summary>${counted(silent.length, "rule")} that found nothing</summary>
<ul>
${silent.map(ruleItem)}</ul>
</details>
`;
}

function ruleItem({ name, url, summary }: RuleDescription): Markup {
  return markup`<li>${link(name, url)} <span class="hint">${summary}</span></li>
`;
}

/** How often each name comes, the most frequent first. */
export function countBy(names: readonly string[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
