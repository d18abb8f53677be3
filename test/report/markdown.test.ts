import { describe, expect, test } from "@jest/globals";
import { firstParagraph, unwrapMarkdown } from "../../src/report/markdown.js";

describe("unwrapMarkdown", () => {
  test.each([
    ["joins the lines of a paragraph", "one\ntwo\nthree", "one two three"],
    ["keeps paragraphs apart", "one\n\ntwo", "one\n\ntwo"],
    ["joins what continues a list item", "- one\n  two\n- three\n1. four", "- one two\n- three\n1. four"],
    ["keeps headings", "# one\ntwo\n## three", "# one\ntwo\n## three"],
    ["keeps tables and quotes", "a\n| b |\n| - |\n\n> c\n> d", "a\n| b |\n| - |\n\n> c\n> d"],
    ["keeps code", "one\n```go\na\nb\n\nc\n```\ntwo\nthree", "one\n```go\na\nb\n\nc\n```\ntwo three"],
    ["keeps hard breaks", "one  \ntwo\\\nthree", "one  \ntwo\\\nthree"],
    ["knows CRLF", "one\r\ntwo", "one two"],
  ])("%s", (_, markdown, unwrapped) => {
    expect(unwrapMarkdown(markdown)).toBe(unwrapped);
  });
});

describe("firstParagraph", () => {
  test("is the first prose", () => {
    expect(firstParagraph("# title\n\n## What it does\n\n- item\n\nFinds leaks.\n\nMore.")).toBe(
      "Finds leaks.",
    );
  });

  test("is undefined where there is none", () => {
    expect(firstParagraph("# title\n")).toBeUndefined();
  });
});
