import { describe, expect, test } from "@jest/globals";
import { blocksOf } from "./go-graph.js";

describe("a select statement", () => {
  test("evaluates all operands, then goes on with one of its cases", () => {
    expect(
      blocksOf("select { case v, ok := <-c: a(v, ok); case d <- f(): b(); case <-ctx.Done(): return }; e()"),
    ).toEqual([
      "0: c; d; f(); ctx.Done() → 1 on case v, ok := <-c | 2 on case d <- f() | 4 on case <-ctx.Done()",
      "1: v, ok := <-c; a(v, ok) → 3",
      "2: d <- f(); b() → 3",
      "3: e() → end",
      "4: <-ctx.Done(); return → return",
    ]);
  });

  test("may go on with its default", () => {
    expect(blocksOf("select { default: a(); case <-c: }; b()")).toEqual([
      "0: c → 1 on default | 2 on case <-c",
      "1: a() → 3",
      "2: <-c → 3",
      "3: b() → end",
    ]);
  });

  test("with one case alone", () => {
    expect(blocksOf("select { case x.y = <-c: }; a()")).toEqual([
      "0: c → 1 on case x.y = <-c",
      "1: x.y = <-c; a() → end",
    ]);
  });

  test("evaluates each operand without its parentheses, and targets only where they are assigned", () => {
    expect(blocksOf("select { case v[f()] = (<-(c)): case g() <- (x): default: }")).toEqual([
      "0: (c); g(); (x) → 1 on case v[f()] = (<-(c)) | 2 on case g() <- (x) | 3 on default",
      "1: v[f()] = (<-(c)) → 4",
      "2: g() <- (x) → 4",
      "3: → 4",
      "4: → end",
    ]);
  });

  test("without cases waits for ever", () => {
    expect(blocksOf("a(); select {}; b()")).toEqual(["0: a() → nowhere"]);
  });

  test("is left by break, inside a loop that goes on", () => {
    expect(blocksOf("for { select { case <-a: break; case <-b: continue }; c() }")).toEqual([
      "0: → 1",
      "1: a; b → 2 on case <-a | 3 on case <-b",
      "2: <-a; c() → 1",
      "3: <-b → 1",
    ]);
  });

  test("all of whose cases leave has nothing after it", () => {
    expect(blocksOf("select { case <-a: return; case <-b: panic(1) }; c()")).toEqual([
      "0: a; b → 1 on case <-a | 2 on case <-b",
      "1: <-a; return → return",
      "2: <-b; panic(1) → panic",
    ]);
  });
});
