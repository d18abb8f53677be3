import type { Diagnostic } from "../../diagnostic/index.js";
import { gravestFirst, severityCounts } from "../severity-counts.js";
import { Markup, markup } from "./markup.js";
import { countBy } from "./overview.js";

/** The controls that choose which findings are shown. Without a script they would do nothing, and stay hidden. */
export function filters(diagnostics: readonly Diagnostic[]): Markup {
  const counts = severityCounts(diagnostics);
  const severities = gravestFirst
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        markup`<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <span class="count">${counts[severity]}</span></label>
`,
    );
  const rules = countBy(diagnostics.map(({ rule }) => rule)).map(
    ([rule, count]) => markup`<option value="${rule}">${rule} (${count})</option>
`,
  );
  return markup`<form id="filters" class="filters" role="search" aria-label="Filter findings" hidden>
<fieldset>
<legend class="spoken">Severity</legend>
${severities}</fieldset>
<select name="rule" aria-label="Rule">
<option value="">All rules</option>
${rules}</select>
<input type="search" name="text" placeholder="Message or file" aria-label="Words in message or file" autocomplete="off" spellcheck="false">
<button type="reset">Clear</button>
<button type="button" id="fold">Hide code</button>
<p role="status" id="shown"></p>
</form>
`;
}
