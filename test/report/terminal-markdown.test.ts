import { describe, expect, test } from "@jest/globals";
import { renderMarkdown } from "../../src/report/terminal-markdown.js";

function plain(markdown: string, width = 40): string {
  return renderMarkdown(markdown, { width, color: false });
}

describe("Markdown on a terminal", () => {
  test("is wrapped to its width, and no wider than reads well", () => {
    const words = Array.from({ length: 60 }, () => "word").join(" ");
    const longest = (width: number): number =>
      Math.max(
        ...plain(words, width)
          .split("\n")
          .map((line) => line.length),
      );
    expect(longest(40)).toBe(39);
    expect(longest(500)).toBe(99);
  });

  test("joins the lines of a paragraph, and indents those of an item", () => {
    expect(plain("one\ntwo\n\n- an item that is longer than the\n  terminal is wide\n")).toBe(
      "one two\n\n- an item that is longer than the\n  terminal is wide\n",
    );
  });

  test("keeps the lines of code", () => {
    expect(plain("```go\nfunc f() {\n\treturn\n}\n```\n")).toBe("    func f() {\n    \treturn\n    }\n");
  });

  test("makes items of a table's rows", () => {
    expect(plain("| what | closed by |\n| ---- | --------- |\n| rows | `Close` |\n")).toBe(
      "- rows\n    closed by: `Close`\n",
    );
  });

  test("keeps what would be lost without colours", () => {
    expect(plain("`x` of [Go](https://go.dev), **now**")).toBe("`x` of Go (https://go.dev), now\n");
  });

  test("has colours and links instead where it may", () => {
    const colored = renderMarkdown("# a\n\n`x` of [Go](https://go.dev)", { width: 80, color: true });
    expect(colored).toContain("\u001b[36mx\u001b[39m of ");
    expect(colored).toContain("\u001b]8;;https://go.dev/\u001b\\");
    expect(colored).not.toContain("`");
  });

  test("cannot steer the terminal", () => {
    expect(plain("a\u001b[2Jb")).toBe("a␛[2Jb\n");
  });
});
