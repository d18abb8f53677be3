// Runs an extension in a window that `api.mjs` stands in for, and prints what has been seen in it, as JSON.
// Usage: node host.mjs '{"main": …, "home": …, "wait": "diagnostics" | "messages" | "nothing", …the window}'
import Module, { createRequire } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
import { openWindow } from "./api.mjs";

const { main, home, wait, ...window } = JSON.parse(process.argv[2]);
const { api, seen } = openWindow(window);

// As Visual Studio Code does it; Node has no public way before version 22.
/* oxlint-disable no-underscore-dangle */
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? api : load(name, ...rest));
/* oxlint-enable no-underscore-dangle */

const extension = createRequire(main)(main);
await extension.activate({ subscriptions: [], extensionPath: home });
if (wait !== "nothing") await untilSeen(1);
if (wait === "diagnostics") {
  await seen.commands.get("leakcheck.restart")();
  await untilSeen(2);
}
await extension.deactivate();
console.log(JSON.stringify({ ...seen, commands: [...seen.commands.keys()] }));

/** Waits for a number of what is waited for, a minute at most. */
async function untilSeen(number) {
  for (let turn = 0; turn < 600 && seen[wait].length < number; turn++) await delay(100);
}
