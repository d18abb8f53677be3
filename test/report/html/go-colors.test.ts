import { expect, test } from "@jest/globals";
import { goTokens } from "../../../src/report/html/go-colors.js";

function colored(text: string): string[] {
  return goTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

test.each([
  ["return x2 // go on", ["keyword return", "comment // go on"]],
  ["a /* if\n*/ if", ["comment /* if\n*/", "keyword if"]],
  ["s = \"//\" + `\n\"` + '\\''", ['string "//"', 'string `\n"`', "string '\\''"]],
  ["x := 0x1F + 1.5e3", ["number 0x1F", "number 1.5e3"]],
  ["größe_if := ifelse", []],
])("%j", (text, tokens) => {
  expect(colored(text)).toEqual(tokens);
});

test("what is never ended ends with the line or the text", () => {
  expect(colored('x := "a\nreturn')).toEqual(['string "a', "keyword return"]);
  expect(colored("x := `a\nreturn")).toEqual(["string `a\nreturn"]);
  expect(colored("/* a\nreturn")).toEqual(["comment /* a\nreturn"]);
});
