import type { Diagnostic } from "../diagnostic/index.js";
import { byFile } from "./by-file.js";
import type { Formatter } from "./formatter.js";
import { xmlAttributes } from "./xml-text.js";

/** The XML of Checkstyle, which build servers and review tools read. Its severities are ours. */
export const formatCheckstyle: Formatter = ({ diagnostics }) => {
  const files = [...byFile(diagnostics)].map(
    ([name, found]) => `  <file${xmlAttributes({ name })}>\n${found.map(error).join("")}  </file>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join("")}</checkstyle>\n`;
};

function error({ location, severity, message, rule }: Diagnostic): string {
  const { line, column } = location.from;
  return `    <error${xmlAttributes({ line, column, severity, message, source: `leakcheck.${rule}` })}/>\n`;
}
