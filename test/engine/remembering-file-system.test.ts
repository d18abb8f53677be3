import { describe, expect, test } from "@jest/globals";
import { RememberingFileSystem } from "../../src/engine/remembering-file-system.js";
import type { FileStat, FileSystem } from "../../src/project/index.js";

/** A disk of files by path, each with the time of its last change, that counts how often it is asked. */
class Disk implements FileSystem {
  readonly files = new Map<string, { readonly text: string; readonly modified: number }>();
  asked = 0;

  write(path: string, text: string, modified: number): void {
    this.files.set(path, { text, modified });
  }

  readFile(path: string): Uint8Array {
    this.asked++;
    const file = this.files.get(path);
    if (!file) throw new Error("it is not there");
    return new TextEncoder().encode(file.text);
  }

  readDirectory(path: string) {
    this.asked++;
    const names = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
    return names.map((file) => ({ name: file.slice(path.length + 1), kind: "file" as const }));
  }

  stat(path: string): FileStat | undefined {
    this.asked++;
    const file = this.files.get(path);
    if (file) return { kind: "file", size: file.text.length, modified: file.modified };
    const isFolder = [...this.files.keys()].some((each) => each.startsWith(`${path}/`));
    return isFolder ? { kind: "directory", size: this.files.size } : undefined;
  }

  realPath(path: string): string {
    this.asked++;
    return path;
  }
}

function start(): { readonly disk: Disk; readonly files: RememberingFileSystem } {
  const disk = new Disk();
  disk.write("/w/a.go", "a", 1);
  return { disk, files: new RememberingFileSystem(disk) };
}

describe("a file system that remembers", () => {
  test("asks once", () => {
    const { disk, files } = start();
    const look = () => [
      files.readFile("/w/a.go"),
      files.stat("/w/a.go"),
      files.stat("/w/b.go"),
      files.readDirectory("/w"),
      files.realPath("/w"),
    ];
    const first = look();
    const { asked } = disk;
    expect(look()).toEqual(first);
    expect(disk.asked).toBe(asked);
  });

  test("gives the same bytes until they have changed", () => {
    const { disk, files } = start();
    const before = files.readFile("/w/a.go");
    files.forget("/w/a.go");
    expect(files.readFile("/w/a.go")).toBe(before);
    disk.write("/w/a.go", "b", 2);
    expect(files.readFile("/w/a.go")).toBe(before);
    files.forget("/w/a.go");
    expect(new TextDecoder().decode(files.readFile("/w/a.go"))).toBe("b");
  });

  test("finds what has changed, come and gone when it looks", () => {
    const { disk, files } = start();
    disk.write("/w/old.go", "x", 1);
    for (const path of ["/w/a.go", "/w/old.go", "/w/new.go", "/w/never.go"]) files.stat(path);
    disk.write("/w/a.go", "changed", 2);
    disk.write("/w/new.go", "new", 2);
    disk.files.delete("/w/old.go");
    expect(files.refresh()).toEqual([
      { path: "/w/a.go", cameOrWent: false },
      { path: "/w/old.go", cameOrWent: true },
      { path: "/w/new.go", cameOrWent: true },
    ]);
    expect(files.refresh()).toEqual([]);
    expect(files.stat("/w/new.go")?.size).toBe(3);
  });

  test("forgets a folder with all that is in it, and those that came with a file", () => {
    const { disk, files } = start();
    expect(files.stat("/w/lib")).toBeUndefined();
    expect(files.stat("/w/lib/b.go")).toBeUndefined();
    disk.write("/w/lib/b.go", "b", 1);
    files.forget("/w/lib/b.go");
    expect(files.stat("/w/lib")?.kind).toBe("directory");
    expect(files.stat("/w/lib/b.go")?.kind).toBe("file");
    disk.files.delete("/w/lib/b.go");
    expect(files.stat("/w/lib/b.go")?.kind).toBe("file");
    files.forget("/w/lib");
    expect(files.stat("/w/lib/b.go")).toBeUndefined();
  });
});
