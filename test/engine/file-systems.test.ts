import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { nodeFileSystem } from "../../src/engine/node-file-system.js";
import { overlayFiles } from "../../src/engine/overlay-file-system.js";
import { MemoryFileSystem } from "../project/memory-file-system.js";

const names = (entries: readonly { name: string }[] | undefined) =>
  entries?.map(({ name }) => name).toSorted();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the disk", () => {
  let root: string;

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck-"))).replaceAll(sep, "/");
    writeFileSync(`${root}/größe.go`, "package p");
    mkdirSync(`${root}/folder.go`);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("has files and folders", () => {
    expect(nodeFileSystem.stat(`${root}/größe.go`)).toMatchObject({ kind: "file", size: 9 });
    expect(nodeFileSystem.stat(`${root}/folder.go`)?.kind).toBe("directory");
    expect(nodeFileSystem.stat(`${root}/nothing`)).toBeUndefined();
    expect(nodeFileSystem.stat(`${root}/größe.go/below`)).toBeUndefined();
  });

  test("lists folders", () => {
    expect(nodeFileSystem.readDirectory(root)?.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: "folder.go", kind: "directory" },
      { name: "größe.go", kind: "file" },
    ]);
    expect(nodeFileSystem.readDirectory(`${root}/nothing`)).toBeUndefined();
    expect(nodeFileSystem.readDirectory(`${root}/größe.go`)).toBeUndefined();
  });

  test("reads files, and says in words why it cannot", () => {
    expect(new TextDecoder().decode(nodeFileSystem.readFile(`${root}/größe.go`))).toBe("package p");
    expect(() => nodeFileSystem.readFile(`${root}/nothing`)).toThrow("there is no such file");
    expect(() => nodeFileSystem.readFile(`${root}/folder.go`)).toThrow("it is a directory");
  });

  test("resolves paths as far as they are there", () => {
    expect(nodeFileSystem.realPath(root)).toBe(root);
    expect(nodeFileSystem.realPath(`${root}/nothing`)).toBe(`${root}/nothing`);
  });
});

describe("a file laid over another file system", () => {
  const below = new MemoryFileSystem({
    files: { "/w/a.go": "old", "/w/b.go": "b" },
    links: { "/w/link.go": "a.go" },
  });

  test("takes the place of a file", () => {
    const over = overlayFiles(below, new Map([["/w/a.go", bytes("new text")]]));
    expect(over.readFile("/w/a.go")).toEqual(bytes("new text"));
    expect(over.stat("/w/a.go")).toEqual({ kind: "file", size: 8 });
    expect(names(over.readDirectory("/w"))).toEqual(["a.go", "b.go", "link.go"]);
  });

  test("takes the place of a link", () => {
    const over = overlayFiles(below, new Map([["/w/link.go", bytes("new")]]));
    expect(over.readDirectory("/w")).toContainEqual({ name: "link.go", kind: "file" });
    expect(over.realPath("/w/link.go")).toBe("/w/link.go");
    expect(over.readFile("/w/a.go")).toEqual(bytes("old"));
  });

  test("is a new file, in a new folder too", () => {
    const over = overlayFiles(below, new Map([["/w/new/c.go", bytes("c")]]));
    expect(over.readDirectory("/w/new")).toEqual([{ name: "c.go", kind: "file" }]);
    expect(over.stat("/w/new/c.go")?.kind).toBe("file");
  });

  test("lies in the root", () => {
    const over = overlayFiles(below, new Map([["/c.go", bytes("c")]]));
    expect(names(over.readDirectory("/"))).toEqual(["c.go", "w"]);
  });

  test("leaves all else as it is", () => {
    const over = overlayFiles(below, new Map([["/w/a.go", bytes("new")]]));
    expect(over.readFile("/w/b.go")).toEqual(bytes("b"));
    expect(over.stat("/w/b.go")).toEqual({ kind: "file", size: 1 });
    expect(over.readDirectory("/nothing")).toBeUndefined();
  });
});
