import { describe, expect, test } from "@jest/globals";
import { findServer } from "../../../editors/vscode/src/server-search.js";
import type { SearchResult, Surroundings } from "../../../editors/vscode/src/server-search.js";

/** A disk: its files, each with the file that it is a link to, or undefined where it is none. */
type Disk = Readonly<Record<string, string | undefined>>;

function search(disk: Disk, surroundings: Partial<Surroundings> = {}): SearchResult {
  return findServer({
    folders: ["/work/app"],
    isTrusted: true,
    configuredPath: "",
    searchPath: "/usr/local/bin:/usr/bin",
    isWindows: false,
    isFile: (path) => path in disk,
    realPath: (path) => disk[path] ?? path,
    ...surroundings,
  });
}

const own = "/work/app/node_modules/leakcheck/bin/leakcheck.js";
const configured = "/opt/leakcheck/bin/leakcheck.js";
const global = "/usr/bin/leakcheck";
const everywhere: Disk = { [own]: undefined, [configured]: undefined, [global]: undefined };

const found = (path: string): SearchResult => ({ kind: "found", path });

describe("in a trusted workspace", () => {
  test("the workspace's own leakcheck goes first", () => {
    expect(search(everywhere, { configuredPath: configured })).toEqual(found(own));
  });

  test("any of several folders may bring it, the first that does counts", () => {
    const folders = ["/work/docs", "/work/app", "/work/lib"];
    const disk = { ...everywhere, "/work/lib/node_modules/leakcheck/bin/leakcheck.js": undefined };
    expect(search(disk, { folders })).toEqual(found(own));
  });

  test("else the setting names it", () => {
    const disk = { [configured]: undefined, [global]: undefined };
    expect(search(disk, { configuredPath: configured })).toEqual(found(configured));
  });

  test("a relative path in the setting starts at the first folder", () => {
    const folders = ["/work/app", "/work/lib"];
    const disk = { "/work/app/tools/leakcheck": undefined };
    expect(search(disk, { folders, configuredPath: "tools/leakcheck" })).toEqual(
      found("/work/app/tools/leakcheck"),
    );
  });

  test("a setting that names no file is told, not passed over", () => {
    expect(search({ [global]: undefined }, { configuredPath: configured })).toEqual({
      kind: "no-such-file",
      path: configured,
    });
  });

  test("else it is the first on PATH", () => {
    expect(search({ [global]: undefined })).toEqual(found(global));
    expect(search({ [global]: undefined, "/usr/local/bin/leakcheck": undefined })).toEqual(
      found("/usr/local/bin/leakcheck"),
    );
  });

  test("relative entries of PATH count for nothing", () => {
    const disk = { leakcheck: undefined, "bin/leakcheck": undefined, "./leakcheck": undefined };
    expect(search(disk, { searchPath: ":bin:." })).toEqual({ kind: "not-installed" });
  });

  test("a link to a script is the script, another link stays itself", () => {
    const script = "/usr/lib/node_modules/leakcheck/bin/leakcheck.js";
    expect(search({ [global]: script })).toEqual(found(script));
    expect(search({ [global]: "/usr/lib/version-manager" })).toEqual(found(global));
  });

  test("there may be none, also without any folder or PATH", () => {
    expect(search({})).toEqual({ kind: "not-installed" });
    expect(search({}, { folders: [], searchPath: "" })).toEqual({ kind: "not-installed" });
  });
});

describe("in a workspace that is not trusted", () => {
  const isTrusted = false;

  test("its own leakcheck is passed over", () => {
    expect(search(everywhere, { isTrusted, configuredPath: configured })).toEqual(found(configured));
    expect(search(everywhere, { isTrusted })).toEqual(found(global));
  });

  test("one that is nowhere else is not run, and that is the reason given", () => {
    expect(search({ [own]: undefined }, { isTrusted })).toEqual({ kind: "not-trusted" });
  });

  test("neither does the setting reach into it", () => {
    const disk = { "/work/app/leakcheck": undefined, "/work/lib/leakcheck": undefined, [global]: undefined };
    const folders = ["/work/app", "/work/lib"];
    for (const configuredPath of ["leakcheck", "./leakcheck", "/work/lib/leakcheck"]) {
      expect(search(disk, { isTrusted, folders, configuredPath })).toEqual({ kind: "not-trusted" });
    }
  });

  test("nor does PATH", () => {
    const searchPath = "/work/app/bin:/usr/bin";
    const disk = { "/work/app/bin/leakcheck": undefined };
    expect(search(disk, { isTrusted, searchPath })).toEqual({ kind: "not-trusted" });
    expect(search({ ...disk, [global]: undefined }, { isTrusted, searchPath })).toEqual(found(global));
  });

  test("nor does a link, in either direction", () => {
    const inwards = { [global]: "/work/app/evil.js" };
    expect(search(inwards, { isTrusted })).toEqual({ kind: "not-trusted" });
    const outwards = { "/work/app/leakcheck": "/usr/lib/other-program" };
    expect(search(outwards, { isTrusted, configuredPath: "leakcheck" })).toEqual({ kind: "not-trusted" });
    const linkedPackage = {
      "/work/app/node_modules/leakcheck": "/usr/lib/other",
      "/work/app/node_modules/leakcheck/bin": "/usr/lib/other/bin",
      [own]: "/usr/lib/other/bin/leakcheck.js",
    };
    expect(search(linkedPackage, { isTrusted })).toEqual({ kind: "not-trusted" });
    const linkedFolder = { "/work/app": "/volume/app", [global]: "/volume/app/evil.js" };
    expect(search(linkedFolder, { isTrusted })).toEqual({ kind: "not-trusted" });
  });

  test("folders whose names only begin alike lie outside", () => {
    const path = "/work/app-tools/leakcheck";
    expect(search({ [path]: undefined }, { isTrusted, configuredPath: path })).toEqual(found(path));
    const dotted = "/work/..leakcheck/leakcheck";
    expect(search({ [dotted]: undefined }, { isTrusted, configuredPath: dotted })).toEqual(found(dotted));
  });
});

describe("on Windows", () => {
  const windows = { isWindows: true, folders: ["C:\\work\\app"], searchPath: "C:\\Tools;C:\\npm;bin" };
  const ownScript = "C:\\work\\app\\node_modules\\leakcheck\\bin\\leakcheck.js";
  const globalScript = "C:\\npm\\node_modules\\leakcheck\\bin\\leakcheck.js";

  test("the workspace's own leakcheck goes first", () => {
    expect(search({ [ownScript]: undefined, [globalScript]: undefined }, windows)).toEqual(found(ownScript));
  });

  test("of npm's global folder the script is taken, not the batch file", () => {
    const disk = { "C:\\npm\\leakcheck.cmd": undefined, [globalScript]: undefined };
    expect(search(disk, windows)).toEqual(found(globalScript));
  });

  test("programs and batch files on PATH are found, relative entries count for nothing", () => {
    expect(search({ "C:\\npm\\leakcheck.cmd": undefined }, windows)).toEqual(found("C:\\npm\\leakcheck.cmd"));
    expect(search({ "C:\\Tools\\leakcheck.exe": undefined }, windows)).toEqual(
      found("C:\\Tools\\leakcheck.exe"),
    );
    expect(search({ "bin\\leakcheck.exe": undefined }, windows)).toEqual({ kind: "not-installed" });
  });

  test("a path lies in a folder however its letters are written, on another drive it does not", () => {
    const inside = { ...windows, isTrusted: false, configuredPath: "c:\\WORK\\app\\leakcheck.exe" };
    expect(search({ "c:\\WORK\\app\\leakcheck.exe": undefined }, inside)).toEqual({ kind: "not-trusted" });
    const outside = { ...windows, isTrusted: false, configuredPath: "D:\\work\\app\\leakcheck.exe" };
    expect(search({ "D:\\work\\app\\leakcheck.exe": undefined }, outside)).toEqual(
      found("D:\\work\\app\\leakcheck.exe"),
    );
  });
});
