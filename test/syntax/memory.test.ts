import { expect, jest, test } from "@jest/globals";
import { parser } from "../go-parser.js";
import { completeFile } from "./go-text.js";

// Only the types of browsers know it.
declare const WebAssembly: { readonly Memory: { readonly prototype: { grow(pages: number): number } } };

test("the parser's memory does not grow with the number of files", () => {
  const broken = `${completeFile}\nfunc (`;
  const parseAll = (): unknown => [
    parser.parse(completeFile),
    parser.parse(broken),
    parser.parse(broken, "public"),
  ];
  for (let warm = 0; warm < 20; warm++) parseAll();
  const grow = jest.spyOn(WebAssembly.Memory.prototype, "grow");
  try {
    for (let run = 0; run < 300; run++) parseAll();
    expect(grow).not.toHaveBeenCalled();
  } finally {
    grow.mockRestore();
  }
});
