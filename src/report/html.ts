import type { RunResult } from "../diagnostic/index.js";
import { byFile } from "./by-file.js";
import { counted } from "./counted.js";
import type { FormatContext, Formatter } from "./formatter.js";
import { script, scriptHash, style, styleHash } from "./html/assets.generated.js";
import { CodeFiles } from "./html/code-file.js";
import { filters } from "./html/filters.js";
import { finding } from "./html/finding.js";
import type { FindingStyle } from "./html/finding.js";
import { Markup, link, markup } from "./html/markup.js";
import { noticeSection } from "./html/notices.js";
import { overview } from "./html/overview.js";
import type { FileGroup } from "./html/overview.js";
import { SourceLines } from "./source-lines.js";
import { sourceUrlOf } from "./source-url.js";

/** With more findings than this, the page shows less of each. */
const FEW = 100;

/** Nothing but the page's own style and script, each told by its hash, whatever else gets into the page. */
const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * The report as one page for a browser, which needs nothing else: no network, no other files, and no script except to
 * filter. Nothing taken from files can become markup.
 */
export const formatHtml: Formatter = (result: RunResult, context: FormatContext) => {
  const { diagnostics } = result;
  const groups = [...byFile(diagnostics)].map(([file, findings], index): FileGroup => ({
    file,
    findings,
    anchor: `file-${index + 1}`,
  }));
  const project = context.workingDirectory.split("/").findLast((part) => part !== "");
  const title = diagnostics.length === 0 ? "No findings" : counted(diagnostics.length, "finding");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="leakcheck ${context.version}">
<title>${title}${project && ` in ${project}`} · leakcheck</title>
<style>${new Markup(style)}</style>
<script>${new Markup(script)}</script>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<p class="brand">leakcheck</p>
<button type="button" id="theme" hidden>Dark colours</button>
<h1>${title}${project && markup` <span>in ${project}</span>`}</h1>
</header>
<main>
${overview(result, groups, context)}${noticeSection(result.notices)}${findingSection(result, groups, context)}</main>
<footer><p>Made by ${link("leakcheck", context.homepage)} ${context.version}</p></footer>
</body>
</html>
`.html;
};

function findingSection(
  { diagnostics, rules }: RunResult,
  groups: readonly FileGroup[],
  context: FormatContext,
): Markup {
  const urls = new Map(rules.map((rule) => [rule.name, rule.url]));
  const findingStyle: FindingStyle = {
    files: new CodeFiles(new SourceLines(context.source)),
    ruleUrl: (rule) => urls.get(rule),
    fileUrl: (file) => sourceUrlOf(file, context),
    anchor: anchors(),
    isBrief: diagnostics.length > FEW,
  };
  const sections = groups.map(
    (group) => markup`<section class="group" id="${group.anchor}">
<h3>${group.file} <span class="count">${counted(group.findings.length, "finding")}</span></h3>
${group.findings.map((each) => finding(each, findingStyle))}</section>
`,
  );
  const none = markup`<p class="none">Nothing found that leaks.</p>
`;
  return markup`<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
${diagnostics.length === 0 ? none : filters(diagnostics)}${sections}<p class="none" id="no-match" hidden>No finding matches the filters.</p>
</section>
`;
}

/** Names for findings by fingerprint, so that a link stays true in later reports; the variants of a function for two systems share one. */
function anchors(): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const ordinal = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, ordinal);
    return ordinal === 1 ? `f-${fingerprint}` : `f-${fingerprint}-${ordinal}`;
  };
}
