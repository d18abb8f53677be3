import { describe, expect, test } from "@jest/globals";
import { baseName, childPath, parentPath, pathBelow, resolvePath } from "../../src/project/index.js";

describe("resolvePath", () => {
  test.each([
    ["/work", "a/b.go", "/work/a/b.go"],
    ["/work", "./a/../b/", "/work/b"],
    ["/work", ".", "/work"],
    ["/work", "../..", "/"],
    ["/", "a", "/a"],
    ["/work", "/abs//x/./y", "/abs/x/y"],
    ["/work", "a\\b.go", "/work/a/b.go"],
    ["C:/work", "a\\b.go", "C:/work/a/b.go"],
    ["C:/work", "..\\..\\..", "C:/"],
    ["C:/work", "D:\\x\\y", "D:/x/y"],
    ["C:/work", "/x", "C:/x"],
    ["C:/work", "\\\\server\\share\\x", "//server/share/x"],
    ["//server/share/x", "../../..", "//server/share/"],
    ["//server/share/x", "y", "//server/share/x/y"],
  ])("in %s, %s is %s", (directory, path, expected) => {
    expect(resolvePath(directory, path)).toBe(expected);
  });
});

test("parentPath stops at a root", () => {
  expect(parentPath("/a/b")).toBe("/a");
  expect(parentPath("/a")).toBe("/");
  expect(parentPath("/")).toBe("/");
  expect(parentPath("C:/a")).toBe("C:/");
  expect(parentPath("C:/")).toBe("C:/");
  expect(parentPath("//server/share/a")).toBe("//server/share/");
  expect(parentPath("//server/share/")).toBe("//server/share/");
});

test("pathBelow tells what is below from what only begins alike", () => {
  expect(pathBelow("/a", "/a/b/c")).toBe("b/c");
  expect(pathBelow("/a", "/a")).toBe("");
  expect(pathBelow("/a", "/ab")).toBeUndefined();
  expect(pathBelow("/", "/a")).toBe("a");
  expect(pathBelow("C:/", "C:/a")).toBe("a");
});

test("childPath and baseName are each other's inverse", () => {
  expect(childPath("/", "a")).toBe("/a");
  expect(childPath("/x", "a")).toBe("/x/a");
  expect(baseName("/x/a")).toBe("a");
});
