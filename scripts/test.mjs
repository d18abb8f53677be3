// `npm test`: runs every test; `npm test -- PATTERN` only those of matching files.
import { join } from "node:path";
import { build, install, node, root } from "./steps.mjs";

install();
await build();
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
process.exitCode = node([
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  jest,
  ...process.argv.slice(2),
]);
