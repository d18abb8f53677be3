// The packages below a folder that others can import.
import { readdirSync } from "node:fs";
import { join } from "node:path";

const notImportable = new Set(["internal", "testdata", "vendor"]);

/** Paths below `folder`, sorted, `.` for itself. Nested modules and what is in `skip` are left out. */
export function packagePaths(folder, { skip = [] } = {}) {
  const found = [];
  const visit = (path) => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    if (path !== "." && entries.some(({ name }) => name === "go.mod")) return;
    if (entries.some((entry) => entry.isFile() && entry.name.endsWith(".go"))) found.push(path);
    for (const entry of entries) {
      const below = path === "." ? entry.name : `${path}/${entry.name}`;
      const isLeftOut = notImportable.has(entry.name) || /^[._]/.test(entry.name) || skip.includes(below);
      if (entry.isDirectory() && !isLeftOut) visit(below);
    }
  };
  visit(".");
  return found.toSorted();
}
