// The stubs of a module, from a folder that has its source.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packagePaths } from "./package-paths.mjs";
import { PackageTree } from "./package-tree.mjs";
import { data, writeStubs } from "./write-stubs.mjs";

export const modulesFolder = join(data, "modules");

/** `packages`: paths below the module's own, `.` for it; all that others can import unless said otherwise. */
export function writeModule({ path, version, packages }, directory, release) {
  const paths = packages ?? packagePaths(directory);
  const isInside = (importPath) => importPath === path || importPath.startsWith(`${path}/`);
  const tree = new PackageTree({
    directoryOf: (importPath) => {
      const folder = join(directory, importPath.slice(path.length));
      return isInside(importPath) && existsSync(folder) ? folder : undefined;
    },
    release,
  });
  writeStubs({
    importPaths: paths.map((below) => (below === "." ? path : `${path}/${below}`)),
    folder: modulesFolder,
    origin: `${path} ${version}`,
    stubOf: (importPath) => tree.stub(importPath),
    isHidden: isInside,
  });
}
