// Writes the rules table of README.md, between its two markers. Needs a build, since it reads the rules' metadata.
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("../README.md", import.meta.url);

/** README.md with its rules table up to date. */
export function readmeWith(readme, rules) {
  const [before, rest] = readme.split(/(?<=<!-- rules: .* -->\n)/);
  const after = rest.slice(rest.indexOf("<!-- /rules -->"));
  return `${before}${table(rules)}${after}`;
}

function table(rules) {
  const rows = rules.map(({ meta }) => [
    `[\`${meta.name}\`](rules/${meta.name}/rule.md)`,
    meta.summary +
      (meta.aliases?.length ? ` (alias ${meta.aliases.map((alias) => `\`${alias}\``).join(", ")})` : ""),
    meta.preset,
    meta.severity,
  ]);
  const lines = [["Rule", "Finds", "Preset", "Severity"], ["---", "---", "---", "---"], ...rows];
  return `${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { rules } = await import("../dist/rules/index.js");
  writeFileSync(path, readmeWith(readFileSync(path, "utf8"), rules));
}
