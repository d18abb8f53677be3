// `npm start`: lints the bundled example service. `npm start -- PATH…`: lints what is named, or passes options on.
import { join } from "node:path";
import { build, install, node, root } from "./steps.mjs";

install();
await build();
const args = process.argv.slice(2);
const cli = join(root, "bin", "leakcheck.js");
// The example leaks on purpose: finding that is a success.
const asked = args.length > 0 ? args : ["lint", "--exit-zero", "examples/leaky-service"];
// Paths are meant from where npm was called.
const cwd = args.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;
process.exitCode = node([cli, ...asked], { cwd });
