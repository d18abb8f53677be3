import { describe, expect, test } from "@jest/globals";
import { callRule } from "./leak-rules.js";
import { lintText } from "./lint-memory.js";

const rules = [callRule("unclosed-call", "open", { replaces: ["bodyclose", "SA1015"] })];

/** Lines of the findings that a preset shows. */
async function lines(text: string, preset = "recommended"): Promise<readonly number[]> {
  const { diagnostics } = await lintText(text, { rules, flags: { preset } });
  return diagnostics.map(({ location }) => location.from.line);
}

/** A function around statements, the first of which is on line 4. */
function inFunction(...statements: readonly string[]): string {
  return `package w\n\nfunc f() {\n${statements.join("\n")}\n}\n`;
}

describe("a finding is minor where a linter that looks for the same is silenced", () => {
  test.each<[where: string, text: string]>([
    ["on its line", inFunction("open() //nolint:bodyclose")],
    ["with a reason", inFunction("open() // nolint:bodyclose // it is closed elsewhere")],
    ["beside others", inFunction("open() //nolint:govet, BodyClose // reason")],
    ["on the last line of the call", inFunction("open(", "1) //nolint:bodyclose")],
    ["above the statement", inFunction("//nolint:bodyclose", "open()")],
    ["above a block", inFunction("//nolint:bodyclose", "for {", "open()", "}")],
    ["above the function", `package w\n\n//nolint:bodyclose\nfunc f() {\n\topen()\n}\n`],
    [
      "in the comment of the function",
      `package w\n\n// f opens.\n//nolint:bodyclose\nfunc f() {\n\topen()\n}\n`,
    ],
    ["by staticcheck's directive above", inFunction("//lint:ignore SA1015 reason", "open()")],
    ["by staticcheck's directive for several", inFunction("//lint:ignore SA5001,SA1015 reason", "open()")],
    ["where lines end in CRLF", inFunction("open() //nolint:bodyclose").replaceAll("\n", "\r\n")],
  ])("%s", async (_where, text) => {
    expect(await lines(text)).toEqual([]);
    expect(await lines(text, "strict")).toHaveLength(1);
  });
});

describe("a finding stays", () => {
  test.each<[what: string, text: string]>([
    ["another linter is named", inFunction("open() //nolint:govet,bodyclosed")],
    ["the linter is named in the reason", inFunction("open() //nolint:govet // bodyclose")],
    ["the directive ends the line above", inFunction("use() //nolint:bodyclose", "open()")],
    ["the directive is on the line below", inFunction("open()", "//nolint:bodyclose", "use()")],
    ["the directive is behind what opens its block", inFunction("for { //nolint:bodyclose", "open()", "}")],
    [
      "the directive is behind the line of the function",
      "package w\n\nfunc f() { //nolint:bodyclose\n\topen()\n}\n",
    ],
    ["a comment only mentions it", inFunction("open() // see //nolint:bodyclose")],
    ["it is text in a string", inFunction('open("//nolint:bodyclose")')],
    ["another check is named", inFunction("//lint:ignore SA1019 SA1015", "open()")],
    ["staticcheck's directive has no reason", inFunction("//lint:ignore SA1015", "open()")],
    [
      "staticcheck's directive is above a block",
      inFunction("//lint:ignore SA1015 reason", "for {", "open()", "}"),
    ],
    ["staticcheck's directive is no directive", inFunction("// lint:ignore SA1015 reason", "open()")],
  ])("where %s", async (_what, text) => {
    expect(await lines(text)).toHaveLength(1);
  });

  test("where the rule replaces no other linter", async () => {
    const { diagnostics } = await lintText(inFunction("open() //nolint:bodyclose"));
    expect(diagnostics).toHaveLength(1);
  });
});
