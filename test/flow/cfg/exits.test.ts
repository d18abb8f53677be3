import { describe, expect, test } from "@jest/globals";
import { blocksOf, graphOfStatements } from "./go-graph.js";

describe("a function is left", () => {
  test("by a return, which is also a step", () => {
    expect(blocksOf("return f(), nil")).toEqual(["0: return f(), nil → return"]);
  });

  test("past the end of its body", () => {
    const { owner, entry } = graphOfStatements("a()");
    expect(entry.exit).toEqual({ kind: "end", body: owner.body });
  });

  test.each([
    ["panic(err)", "panic"],
    ["os.Exit(1)", "process-end"],
    ["runtime.Goexit()", "goexit"],
  ])("by the call %s", (call, exit) => {
    expect(blocksOf(`if a { ${call}; b() }; c()`)).toEqual([
      "0: a → 1 if a | 2 if not a",
      `1: ${call} → ${exit}`,
      "2: c() → end",
    ]);
  });

  test("by a call in an init statement", () => {
    expect(blocksOf("if panic(1); a { b() }")).toEqual(["0: panic(1) → panic"]);
  });

  test("but not by a call that is deferred, a goroutine, or part of something", () => {
    expect(blocksOf("defer panic(1)\ngo os.Exit(1)\nx := panic(2)\nf(panic(3))")).toEqual([
      "0: defer panic(1); go os.Exit(1); x := panic(2); f(panic(3)) → end",
    ]);
  });

  test("at places that tell which statement it was", () => {
    const { entry } = graphOfStatements("panic(f())");
    const { exit } = entry;
    expect(exit?.kind === "panic" && exit.call.arguments.text).toBe("(f())");
  });
});

describe("code that cannot run is left out", () => {
  test.each(["return", "panic(1)", "for {}", "select {}", "goto L"])("after %s", (statement) => {
    const code = blocksOf(`L: ${statement}\na()\nif b { c() }`).join("\n");
    expect(code).not.toMatch(/\b[abc]\b/);
  });

  test("after a break", () => {
    expect(blocksOf("for { break; a() }; b()")).toEqual(["0: b() → end"]);
  });

  test("unless a goto leads into it", () => {
    expect(blocksOf("if a { goto L }; return; b(); L: c()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: c() → end",
      "2: return → return",
    ]);
  });
});
