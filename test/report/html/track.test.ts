import { expect, test } from "@jest/globals";
import { layTrack } from "../../../src/report/html/track.js";

/** A track as a drawing: a line for each row, first the straight line, then the detours by lane. */
function drawing(stops: readonly number[], rowCount: number): string[] {
  return layTrack(stops, rowCount).map(({ up, down, arrives, detours }) => {
    const straight = up && down ? "│" : up ? "╵" : down ? "╷" : " ";
    const shapes = { through: "│", above: "╰", below: "╭" };
    const around = detours.map(
      (detour) => ` ${detour.lane}${shapes[detour.shape]}${detour.arrives ? ">" : ""}`,
    );
    return `${straight}${arrives ? "v" : ""}${around.join("")}`.trim();
  });
}

test("runs straight from each step down to the next", () => {
  expect(drawing([0, 2, 3], 4)).toEqual(["╷", "│", "│v", "╵v"]);
});

test("goes around to get back up", () => {
  expect(drawing([2, 0], 3)).toEqual(["1╭>", "1│", "1╰"]);
});

test("goes around other steps", () => {
  expect(drawing([0, 2, 1], 3)).toEqual(["1╭", "1│ 2╭>", "1╰> 2╰"]);
});

test("has no line between steps in one row, and none for a single step", () => {
  expect(drawing([1, 1], 2)).toEqual(["", ""]);
  expect(drawing([0], 1)).toEqual([""]);
  expect(drawing([], 1)).toEqual([""]);
});

test("has at most three lanes", () => {
  const stops = [0, 9, 1, 8, 2, 7, 3, 6];
  const lanes = layTrack(stops, 10).flatMap(({ detours }) => detours.map(({ lane }) => lane));
  expect(Math.max(...lanes)).toBe(3);
});
