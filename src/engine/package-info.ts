import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What leakcheck's own package.json says. */
export interface PackageInfo {
  readonly version: string;
  readonly homepage: string;
  /** Directory of package.json. */
  readonly root: string;
}

let info: PackageInfo | undefined;

/** Reads leakcheck's package.json, once. */
export function packageInfo(): PackageInfo {
  return (info ??= read());
}

function read(): PackageInfo {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, "package.json"))) root = dirname(root);
  const { version, homepage } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as PackageInfo;
  return { version, homepage, root };
}
