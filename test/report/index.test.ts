import { expect, test } from "@jest/globals";
import { formatCompact, formatJson, formatSarif, formatText, formatters } from "../../src/report/index.js";

test("every format has its formatter under the name given to --format", () => {
  expect(formatters).toEqual({
    text: formatText,
    compact: formatCompact,
    json: formatJson,
    sarif: formatSarif,
  });
});
