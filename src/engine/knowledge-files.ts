import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StubLibrary } from "../knowledge/index.js";
import { packageInfo } from "./package-info.js";

let library: StubLibrary | undefined;

/** The knowledge that comes with leakcheck, read file by file as it is asked for. */
export function knowledge(): StubLibrary {
  return (library ??= new StubLibrary(readData));
}

function readData(path: string): string | undefined {
  // The build copies the data into the package; before that it lies with the sources.
  for (const folder of ["dist/src", "src"]) {
    try {
      return readFileSync(join(packageInfo().root, folder, "knowledge", "data", path), "utf8");
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}
