// `npm run clients`: checks leakcheck with real clients. Each check in scripts/clients says which program it needs, or
// tells by itself what is missing; those that lack something are named as not run.
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { build, install, node, root } from "./steps.mjs";

const folder = join(root, "scripts", "clients");

install();
await build();
let failed = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith(".mjs"))) {
  const { program, missing = () => missingOnPath(program) } = await import(`./clients/${name}`);
  const reason = missing();
  if (reason !== undefined) {
    console.log(`not run: ${name} (${reason})`);
    continue;
  }
  const status = node([join(folder, name)]);
  console.log(`${status === 0 ? "passed" : "FAILED"}: ${name}`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;

function missingOnPath(program) {
  return isOnPath(program) ? undefined : `${program} is not on PATH`;
}

function isOnPath(program) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((each) => endings.some((ending) => isExecutable(join(each, program + ending))));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
