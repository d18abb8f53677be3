import { describe, expect, test } from "@jest/globals";
import { assert, constantFrom, nat, property } from "fast-check";
import { closest } from "../../../src/engine/config/index.js";

const words = ["rules", "overrides", "ignores", "warning", "error", "unclosed-file", "unclosed-sql"];

describe("closest", () => {
  test.each([
    ["ruels", "rules"],
    ["Rules", "rules"],
    ["ignore", "ignores"],
    ["warn", "warning"],
    ["err", "error"],
    ["unclosed-fiel", "unclosed-file"],
    ["unclosed_sql", "unclosed-sql"],
  ])("%s means %s", (word, meant) => {
    expect(closest(word, words)).toBe(meant);
  });

  test.each(["", "x", "banana", "the-quick-brown-fox"])("%j means none of them", (word) => {
    expect(closest(word, words)).toBeUndefined();
  });

  test("finds a word among others with any one letter missing", () => {
    const one = constantFrom(...words).chain((word) =>
      nat(word.length - 1).map((at) => ({ word, misspelt: word.slice(0, at) + word.slice(at + 1) })),
    );
    assert(property(one, ({ word, misspelt }) => closest(misspelt, words) === word));
  });

  test("a word of the list is closest to itself", () => {
    assert(property(constantFrom(...words), (word) => closest(word, words) === word));
  });
});
