import { expect, test } from "@jest/globals";
import { overweight, roomFor } from "../../src/report/sarif-limits.js";
import { diagnostic, locate } from "./samples.js";

test("there is room for 25,000 findings, and for fewer when their paths are long", () => {
  expect(roomFor(Array.from({ length: 30_000 }, () => diagnostic()))).toBe(25_000);
  expect(roomFor([diagnostic()])).toBe(1);
  const step = { location: locate("return err"), message: "here" };
  const long = diagnostic({ path: Array.from({ length: 5000 }, () => step) });
  // A thousand steps are written of each.
  expect(roomFor(Array.from({ length: 1000 }, () => long))).toBe(399);
});

test("a text's weight is that of its compressed form", () => {
  expect(overweight("x".repeat(50_000_000))).toBeLessThan(0.1);
  expect(overweight("")).toBe(0);
});
