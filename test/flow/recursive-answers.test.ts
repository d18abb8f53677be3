import { describe, expect, test } from "@jest/globals";
import { RecursiveAnswers } from "../../src/flow/recursive-answers.js";

/** Which of some functions may come back: those in whose list of calls some group has nothing but such functions. */
interface Functions {
  readonly [name: string]: readonly (readonly string[])[];
}

/** Answers in the order in which the functions are asked about; one that leads back to itself is taken to come back. */
function answersTo(functions: Functions, order: readonly string[]) {
  const answers = new RecursiveAnswers<boolean>(Object.is);
  const things = new Map(Object.keys(functions).map((name) => [name, { name }]));
  let asked = 0;
  const comesBack = (name: string): boolean =>
    answers.of({
      about: things.get(name) as object,
      key: "",
      assumed: true,
      answer: () => {
        asked++;
        return (functions[name] ?? []).some((group) => group.every(comesBack));
      },
    });
  const found = Object.fromEntries(order.map((name) => [name, comesBack(name)]));
  return { found, asked };
}

function ordersOf(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length === 0) return [[]];
  return names.flatMap((name) => {
    const rest = ordersOf(names.filter((other) => other !== name));
    return rest.map((order) => [name].concat(order));
  });
}

/** A line of functions, each of which calls the next one; the last one does not come back. */
function lineOf(length: number): Functions {
  const calls = Array.from({ length }, (_, index) => [`f${index}`, [[`f${index + 1}`]]] as const);
  return { ...Object.fromEntries(calls), [`f${length}`]: [] };
}

describe("answers to questions below which very many others lead to one another", () => {
  const line = lineOf(300);
  const names = Object.keys(line);
  const few = ["f250", "f210", "f199", "f150", "f0"];

  test.each([[names], [names.toReversed()], [few], [few.toReversed()]])(
    "are assumed, whoever is asked first",
    (order) => {
      const { found } = answersTo(line, order);
      const wrong = order.filter((name) => found[name] !== Number(name.slice(1)) < 201);
      expect(wrong).toEqual([]);
    },
  );

  test("are assumed in a circle, too", () => {
    const circle = { ...lineOf(300), f300: [["f0"], ["end"]], end: [] };
    expect(answersTo(circle, ["f7", "f0", "end"]).found).toEqual({ f7: true, f0: true, end: false });
  });
});

describe("answers to questions that lead to one another in circles", () => {
  test.each<[string, Functions, Readonly<Record<string, boolean>>]>([
    ["no circle", { a: [["b"]], b: [[]], c: [] }, { a: true, b: true, c: false }],
    ["a circle that confirms what is assumed", { a: [["b"]], b: [["a"]] }, { a: true, b: true }],
    [
      "a circle that does not",
      { a: [["b", "end"]], b: [["a"]], end: [] },
      { a: false, b: false, end: false },
    ],
    [
      "circles within a circle",
      { a: [["b"]], b: [["c"], ["d"]], c: [["b", "a", "end"]], d: [["c", "b"]], end: [] },
      { a: false, b: false, c: false, d: false, end: false },
    ],
    [
      "two circles with a way from one to the other",
      { a: [["b", "c"]], b: [["a"]], c: [["d"], []], d: [["c"]] },
      { a: true, b: true, c: true, d: true },
    ],
  ])("do not depend on which is asked first: %s", (_, functions, expected) => {
    for (const order of ordersOf(Object.keys(functions)))
      expect([order, answersTo(functions, order).found]).toEqual([order, expected]);
  });

  test("take few questions where everything leads to everything", () => {
    const names = Array.from({ length: 40 }, (_, at) => `f${at}`);
    const functions = Object.fromEntries(names.map((name) => [name, [names]]));
    expect(answersTo(functions, names).asked).toBe(40);
    const ending = { ...functions, f39: [[...names, "end"]], end: [] };
    expect(answersTo(ending, names).asked).toBeLessThan(40 * 4);
  });

  test("are asked again after an error", () => {
    const answers = new RecursiveAnswers<number>(Object.is);
    const about = {};
    const ask = (answer: () => number): number => answers.of({ about, key: "", assumed: 0, answer });
    expect(() =>
      ask(() => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(ask(() => 1)).toBe(1);
  });
});
