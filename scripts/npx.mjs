// npx without a shell, so that no argument can be taken for anything else.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The code of npx; undefined where there is no npm beside Node. On Windows the command is a batch file, which only a shell runs. */
export function npxCode() {
  const node = dirname(process.execPath);
  const { npm_execpath: npm } = process.env;
  const folders = [
    ...(npm === undefined ? [] : [dirname(npm)]),
    join(node, "node_modules", "npm", "bin"),
    join(node, "..", "lib", "node_modules", "npm", "bin"),
  ];
  return folders.map((folder) => join(folder, "npx-cli.js")).find((path) => existsSync(path));
}
