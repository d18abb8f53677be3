import type { Diagnostic, Fix, Location } from "../../diagnostic/index.js";
import { counted } from "../counted.js";
import type { CodeFiles } from "./code-file.js";
import { notesOf } from "./excerpt.js";
import { fixDiff } from "./fix-diff.js";
import { listing } from "./listing.js";
import { Markup, link, markup, prose } from "./markup.js";

/** What findings are written with. */
export interface FindingStyle {
  readonly files: CodeFiles;
  /** Page about a rule; undefined, or empty, when it has none. */
  readonly ruleUrl: (rule: string) => string | undefined;
  /** Page that shows a file, undefined when there is none. */
  readonly fileUrl: (file: string) => string | undefined;
  /** A name in the page for the finding with this fingerprint, another one each time. */
  readonly anchor: (fingerprint: string) => string;
  /** Whether there is much on the page: code is shown when somebody asks for it, and what is folded is not there at all. */
  readonly isBrief: boolean;
}

/** One finding: what and where, the code with the path, what to do about it, and its fingerprint. */
export function finding(diagnostic: Diagnostic, style: FindingStyle): Markup {
  const { severity, rule, message, location, advice, path, fixes, fingerprint } = diagnostic;
  const anchor = style.anchor(fingerprint);
  const lines = style.files.of(location.file)?.lines;
  const open = style.isBrief ? undefined : new Markup(" open");
  return markup`<article id="${anchor}" class="finding ${severity}" data-severity="${severity}" data-rule="${rule}">
<h4>${prose(message)} <a class="anchor" href="#${anchor}" aria-label="Link to this finding">#</a></h4>
<p class="about"><span class="severity ${severity}">${severity}</span> <span class="place">${placeLink(location, style)}</span> ${link(rule, style.ruleUrl(rule))}</p>
<details${open}><summary>${path.length === 0 ? "Code" : `Path, ${counted(path.length, "step")}`}</summary>
${listing(notesOf(diagnostic), style)}${
    advice === undefined
      ? undefined
      : markup`<p class="advice"><b>What to do:</b> ${prose(advice)}</p>
`
  }${fixes.map((fix) => fixMarkup(fix, fixDiff(fix, lines)))}<p class="fingerprint">Fingerprint <code>${fingerprint}</code></p>
</details>
</article>
`;
}

function placeLink({ file, from }: Location, { fileUrl }: FindingStyle): Markup {
  const url = fileUrl(file);
  return link(`${file}:${from.line}:${from.column}`, url && `${url}#L${from.line}`);
}

function fixMarkup({ kind, message }: Fix, diff: Markup | undefined): Markup {
  const [title, flag] = kind === "safe" ? ["Fix", "--fix"] : ["Suggested fix", "--fix=suggestions"];
  return markup`<div class="fix"><h5>${title}: ${prose(message)}</h5>
<p class="how">Made by <code>leakcheck ${flag}</code></p>
${diff}</div>
`;
}
