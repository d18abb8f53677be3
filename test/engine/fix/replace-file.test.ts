import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { replaceFile } from "../../../src/engine/fix/replace-file.js";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leakcheck-"));
  file = join(folder, "a.go");
  writeFileSync(file, "old");
});

afterEach(() => {
  chmodSync(file, 0o644);
  rmSync(folder, { recursive: true });
});

function replace(path: string, before: string, after: string): void {
  replaceFile(path, Buffer.from(before), Buffer.from(after));
}

test("new contents take the place of the old, and nothing else is left behind", () => {
  replace(file, "old", "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a.go"]);
});

test("the mode stays", () => {
  chmodSync(file, 0o755);
  const { mode } = statSync(file);
  replace(file, "old", "new");
  expect(statSync(file).mode).toBe(mode);
});

test("a symbolic link stays one: the file that it leads to is written", () => {
  const link = join(folder, "link.go");
  try {
    symlinkSync(file, link, "file");
  } catch {
    // Windows lets only some users make links.
    return;
  }
  replace(link, "old", "new");
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, "utf8")).toBe("new");
});

test("a read-only file stays as it is", () => {
  chmodSync(file, 0o444);
  expect(() => replace(file, "old", "new")).toThrow(/^(?:it is read-only|permission denied)$/);
  expect(readFileSync(file, "utf8")).toBe("old");
});

test("what somebody else has changed stays", () => {
  expect(() => replace(file, "older", "new")).toThrow("it has changed in the meantime");
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.go"]);
});

test("a file that is gone is not made again", () => {
  expect(() => replace(join(folder, "b.go"), "old", "new")).toThrow("there is no such file");
  expect(readdirSync(folder)).toEqual(["a.go"]);
});
