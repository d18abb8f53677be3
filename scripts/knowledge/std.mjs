// The stubs of Go's standard library, from the source tree of a Go release.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readApiReleases } from "../../dist/src/knowledge/indexer/index.js";
import { writeSince } from "../../dist/src/knowledge/index.js";
import { packagePaths } from "./package-paths.mjs";
import { PackageTree } from "./package-tree.mjs";
import { data, writeStubs } from "./write-stubs.mjs";

/** All names of these are meant for others, in upper case or not. */
const universe = "builtin";

/** N of the Go 1.N whose source tree this is. */
export function goRelease(goroot) {
  return Number(/^go1\.(\d+)/.exec(readVersion(goroot))[1]);
}

function readVersion(goroot) {
  return readFileSync(join(goroot, "VERSION"), "utf8").split("\n", 1)[0].trim();
}

export function writeStandardLibrary(goroot) {
  const source = join(goroot, "src");
  const releases = readReleases(join(goroot, "api"));
  const tree = new PackageTree({
    directoryOf: (path) =>
      [join(source, path), join(source, "vendor", path)].find((folder) => existsSync(folder)),
    release: goRelease(goroot),
  });
  const folder = join(data, "std");
  rmSync(folder, { recursive: true, force: true });
  writeStubs({
    importPaths: packagePaths(source, { skip: ["cmd"] }),
    folder,
    origin: readVersion(goroot),
    stubOf: (path) => tree.stub(path, path === universe ? () => true : undefined),
    isHidden: (path) => path.split("/").includes("internal") || path.startsWith("golang.org/"),
    finish: (text, path) => writeSince(text, releases && (releases.get(path) ?? new Map())),
  });
}

/** Undefined when this copy of Go has no lists of additions. */
function readReleases(folder) {
  if (!existsSync(folder)) {
    console.error(`${folder}: not there, so the stubs do not say since when something exists`);
    return undefined;
  }
  const files = readdirSync(folder).map((fileName) => ({ fileName, path: join(folder, fileName) }));
  return readApiReleases(files.map(({ fileName, path }) => ({ fileName, text: readFileSync(path, "utf8") })));
}
