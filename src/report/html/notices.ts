import type { Notice } from "../../diagnostic/index.js";
import { counted } from "../counted.js";
import { noticeKinds } from "../notice-kinds.js";
import { Markup, markup, prose } from "./markup.js";

/** So many notices of a kind are shown before somebody asks for them. */
const FEW = 10;

/** What could not be linted, or not in full, the gravest first. */
export function noticeSection(notices: readonly Notice[]): Markup | undefined {
  if (notices.length === 0) return undefined;
  const groups = Object.entries(noticeKinds)
    .toReversed()
    .flatMap(([kind, { title, level }]) => {
      const group = notices.filter((notice) => notice.kind === kind);
      if (group.length === 0) return [];
      const open = group.length > FEW ? undefined : new Markup(" open");
      return [
        markup`<details class="notices ${level}"${open}><summary>${title} (${counted(group.length, "notice")})</summary>
<ul>
${group.map(noticeItem)}</ul>
</details>
`,
      ];
    });
  return markup`<section aria-labelledby="notices">
<h2 id="notices">Not everything could be looked at</h2>
${groups}</section>
`;
}

function noticeItem({ file, position, message, rule, detail }: Notice): Markup {
  const where = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  const inFile = file === undefined ? undefined : markup`<span class="place">${where}</span> `;
  const inRule = rule === undefined ? undefined : markup` (in rule <code>${rule}</code>)`;
  const trace = detail?.trimEnd().split(/\r?\n/);
  return markup`<li>${inFile}${prose(message)}${inRule}${trace && markup`<pre>${trace.map((line) => markup`${line}\n`)}</pre>`}</li>
`;
}
