import { expect, test } from "@jest/globals";
import { formatNames, loadFormatter } from "../../src/cli/format-spec.js";
import { type FormatName, formatters } from "../../src/report/index.js";

test("--format knows every formatter, and each by its name", async () => {
  expect(formatNames.toSorted()).toEqual(Object.keys(formatters).toSorted());
  for (const [name, formatter] of Object.entries(formatters))
    expect(await loadFormatter(name as FormatName)).toBe(formatter);
});
