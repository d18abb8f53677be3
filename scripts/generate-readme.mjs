// The rules table of README.md with its footnotes, between its two markers.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** README.md with its rules table up to date. */
export function readme(root, rules) {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const [before, rest] = text.split(/(?<=<!-- rules: .* -->\n)/);
  if (rest === undefined) throw new Error("README.md has lost the marker of its rules table");
  return {
    path: "README.md",
    text: `${before}\n${table(rules)}\n${groups(rules)}${rest.slice(rest.indexOf("<!-- /rules -->"))}`,
  };
}

function table(rules) {
  const header = ["Rule", "Finds", "Preset", "Severity"];
  const rows = rules.map(({ meta }) => [
    `[\`${meta.name}\`](rules/${meta.name}/rule.md)`,
    meta.summary + aliases(meta.aliases ?? []),
    meta.preset,
    meta.severity,
  ]);
  const widths = header.map((title, at) => Math.max(...[header, ...rows].map((row) => row[at].length)));
  const line = (cells, fill = " ") =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at], fill)).join(" | ")} |`;
  return (
    [
      line(header),
      line(
        header.map(() => ""),
        "-",
      ),
      ...rows.map((row) => line(row)),
    ].join("\n") + "\n"
  );
}

function aliases(names) {
  return names.length === 0 ? "" : ` (alias ${names.map((name) => `\`${name}\``).join(", ")})`;
}

/** A footnote for each group of rules. */
function groups(rules) {
  const words = new Set(rules.flatMap(({ meta }) => meta.groups ?? []));
  return [...words]
    .map((word) => {
      const members = rules.filter(({ meta }) => meta.groups?.includes(word));
      const names = members.map(({ meta }) => `\`${meta.name}\``).join(", ");
      return `\`${word}\` stands for ${names} wherever a rule is named.\n\n`;
    })
    .join("");
}
