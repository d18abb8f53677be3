import { describe, expect, test } from "@jest/globals";
import { blocksOf } from "./go-graph.js";

describe("a for loop", () => {
  test("with all three parts", () => {
    expect(blocksOf("for i := 0; i < n; i++ { a() }; b()")).toEqual([
      "0: i := 0 → 1",
      "1: i < n → 2 if i < n | 3 if not i < n",
      "2: a(); i++ → 1",
      "3: b() → end",
    ]);
  });

  test("with a condition alone", () => {
    expect(blocksOf("for a { b() }; c()")).toEqual([
      "0: → 1",
      "1: a → 2 if a | 3 if not a",
      "2: b() → 1",
      "3: c() → end",
    ]);
  });

  test("with a condition made of several", () => {
    expect(blocksOf("for a && b { c() }")).toEqual([
      "0: → 1",
      "1: a → 2 if a | 4 if not a",
      "2: b → 3 if b | 4 if not b",
      "3: c() → 1",
      "4: → end",
    ]);
  });

  test("with an init statement alone", () => {
    expect(blocksOf("for i := 0; ; { a(i) }")).toEqual(["0: i := 0 → 1", "1: a(i) → 1"]);
  });

  test("with an update alone", () => {
    expect(blocksOf("for ; ; i++ { if a { continue }; b() }")).toEqual([
      "0: → 1",
      "1: a → 2 if a | 3 if not a",
      "2: → 4",
      "3: b() → 4",
      "4: i++ → 1",
    ]);
  });

  test.each(["for {}", "for ; ; {}", "for true {}"])("without a way out: %s", (loop) => {
    expect(blocksOf(`${loop}; a()`)).toEqual(["0: → 1", "1: → 1"]);
  });

  test("that only a break leaves", () => {
    expect(blocksOf("for { if a { break }; b() }; c()")).toEqual([
      "0: → 1",
      "1: a → 2 if a | 3 if not a",
      "2: c() → end",
      "3: b() → 1",
    ]);
  });

  test("that only a return leaves", () => {
    expect(blocksOf("for { if a() { return } }")).toEqual([
      "0: → 1",
      "1: a() → 2 if a() | 1 if not a()",
      "2: return → return",
    ]);
  });

  test("that never has a second turn", () => {
    expect(blocksOf("for i := 0; i < n; i++ { return }")).toEqual([
      "0: i := 0; i < n → 1 if i < n | 2 if not i < n",
      "1: return → return",
      "2: → end",
    ]);
  });
});

describe("a range loop", () => {
  test("evaluates its operand once and assigns at each turn", () => {
    expect(blocksOf("for i, v := range f() { a(i, v) }; b()")).toEqual([
      "0: f() → 1",
      "1: → 2 if more | 3 if done",
      "2: i, v := range f(); a(i, v) → 1",
      "3: b() → end",
    ]);
  });

  test("assigns to what exists already", () => {
    expect(blocksOf("for x.i = range y {}")).toEqual([
      "0: y → 1",
      "1: → 2 if more | 3 if done",
      "2: x.i = range y → 1",
      "3: → end",
    ]);
  });

  test.each(["c", "10", "slices.Values(x)", "func(yield func() bool) { yield() }"])(
    "without variables, over %s",
    (operand) => {
      expect(blocksOf(`for range ${operand} { a() }`)).toEqual([
        `0: ${operand} → 1`,
        "1: → 2 if more | 3 if done",
        "2: a() → 1",
        "3: → end",
      ]);
    },
  );

  test("goes on with the next element after continue, and leaves at break", () => {
    expect(blocksOf("for _, v := range x { if v.a { continue }; if v.b { break }; c() }")).toEqual([
      "0: x → 1",
      "1: → 2 if more | 7 if done",
      "2: _, v := range x; v.a → 3 if v.a | 4 if not v.a",
      "3: → 1",
      "4: v.b → 5 if v.b | 6 if not v.b",
      "5: → 7",
      "6: c() → 1",
      "7: → end",
    ]);
  });

  test("inside another", () => {
    expect(blocksOf("for range a { for range b { c() } }")).toEqual([
      "0: a → 1",
      "1: → 2 if more | 5 if done",
      "2: b → 3",
      "3: → 4 if more | 1 if done",
      "4: c() → 3",
      "5: → end",
    ]);
  });
});
