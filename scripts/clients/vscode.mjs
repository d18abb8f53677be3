// The extension for Visual Studio Code: type-checked and packed, and what is in the package run in a stand-in for a window,
// against the real server. Visual Studio Code itself is not run.
import { spawnSync } from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { root, spawnNpm } from "../steps.mjs";

const extension = join(root, "editors", "vscode");
const host = fileURLToPath(new URL("vscode/host.mjs", import.meta.url));

const contents = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/extension.cjs",
  "extension/dist/leakcheckrc.schema.json",
  "extension/dist/third-party-licenses.txt",
  "extension/package.json",
  "extension/readme.md",
];

/** In bytes. */
const largest = 256 * 1024;

const leaking = `package app

import "os"

func size(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;

const offline =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|ENOTCACHED)\b/;

class Failure extends Error {}

/** What keeps the check from being run; undefined for nothing. */
export function missing() {
  const { status, output, error } = installDependencies();
  if (error) return "there is no npm";
  return status !== 0 && offline.test(output) ? "the npm registry is out of reach" : undefined;
}

async function check() {
  const folder = mkdtempSync(join(tmpdir(), "leakcheck-vscode-"));
  try {
    wanted(installDependencies());
    const vsix = join(folder, "leakcheck.vsix");
    wanted(npm(["run", "package", "--", "--out", vsix]));
    expectEqual("the packed files", await unpack(vsix, folder), contents);
    const { size } = statSync(vsix);
    if (size > largest) throw new Failure(`the package has ${size} bytes, which is more than ${largest}`);
    checkWindows(folder);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Opens windows with and without a server, and with and without trust. */
function checkWindows(folder) {
  const onPath = commandIn(join(folder, "bin"));
  const withServer = newWorkspace(join(folder, "with-server"));
  mkdirSync(join(withServer, "node_modules"));
  symlinkSync(root, join(withServer, "node_modules", "leakcheck"), "junction");
  const without = newWorkspace(join(folder, "without"));
  const inWindow = (options) =>
    see(folder, { isTrusted: true, searchPath: "", wait: "messages", ...options });

  const own = inWindow({ workspaces: [without, withServer], wait: "diagnostics" });
  expectEqual("what is found, again after a restart", rulesOf(own), [["unclosed-file"], ["unclosed-file"]]);
  expectEqual("the kinds of actions", own.actionKinds, ["quickfix", "source.fixAll.leakcheck"]);
  expectEqual("the commands", own.commands, ["leakcheck.restart", "leakcheck.showOutput"]);
  expectEqual("the messages, if all is well", own.messages, []);

  const untrusted = inWindow({ workspaces: [withServer], isTrusted: false });
  expectMessage(untrusted, /\bnot run from there as long as you do not trust the workspace\b/);
  expectEqual("what the first button opens", untrusted.opened, ["workbench.trust.manage"]);

  const config = "export default { rules: { 'unclosed-file': 'off' } };\n";
  writeFileSync(join(withServer, "leakcheck.config.mjs"), config);
  const trusted = inWindow({ workspaces: [withServer], wait: "diagnostics" });
  expectEqual("what is found by a configuration that is trusted", rulesOf(trusted), [[], []]);

  const global = inWindow({
    workspaces: [withServer],
    isTrusted: false,
    searchPath: onPath,
    wait: "diagnostics",
  });
  expectEqual("what is found without trust", rulesOf(global), [["unclosed-file"], ["unclosed-file"]]);
  expectMessage(global, /leakcheck\.config\.mjs is left out/);

  const none = inWindow({ workspaces: [without] });
  expectMessage(none, /^leakcheck was not found/);
  expectEqual("what the first button opens", none.opened, ["https://github.com/leakcheck/leakcheck#install"]);

  const settings = { "leakcheck.path": "nowhere/leakcheck" };
  const wrong = inWindow({ workspaces: [without], settings, searchPath: onPath });
  expectMessage(wrong, /^leakcheck\.path is .*nowhere.*, but there is no such file/);

  const disabled = { "leakcheck.enable": false };
  const off = inWindow({ workspaces: [without], settings: disabled, searchPath: onPath, wait: "nothing" });
  expectEqual("what is said where it is turned off", [off.messages, off.log], [[], []]);
}

/** What is seen in a window after the unpacked extension was started. */
function see(folder, { workspaces, searchPath, settings = {}, isTrusted, wait }) {
  const [first] = workspaces;
  const main = join(folder, "extension", "dist", "extension.cjs");
  const window = { folders: workspaces, file: join(first, "a.go"), isTrusted, settings };
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [host, JSON.stringify({ main, home: folder, wait, ...window })],
    { encoding: "utf8", env: environmentWith(searchPath), timeout: 180_000 },
  );
  if (error) throw error;
  if (status !== 0) throw new Failure(`${stdout}${stderr}\nthe extension failed`);
  return JSON.parse(stdout);
}

/** This process's environment, with another PATH: its name has other letters on Windows. */
function environmentWith(searchPath) {
  const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== "PATH");
  return { ...Object.fromEntries(others), PATH: searchPath };
}

function rulesOf({ diagnostics }) {
  return diagnostics.map((each) => each.map(({ code }) => code.value));
}

function newWorkspace(folder) {
  mkdirSync(join(folder, ".git"), { recursive: true });
  writeFileSync(join(folder, "go.mod"), "module example.com/app\n\ngo 1.22\n");
  writeFileSync(join(folder, "a.go"), leaking);
  return folder;
}

/** Puts the command into a folder, as `npm install --global` would. */
function commandIn(folder) {
  if (process.platform === "win32") {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    symlinkSync(root, join(folder, "node_modules", "leakcheck"), "junction");
  } else {
    mkdirSync(folder);
    symlinkSync(join(root, "bin", "leakcheck.js"), join(folder, "leakcheck"));
  }
  return folder;
}

/** Unpacks a zip archive and names the files in it. */
async function unpack(archive, folder) {
  const yauzl = createRequire(join(extension, "package.json"))("yauzl");
  const zip = await yauzl.openPromise(archive);
  const names = [];
  for await (const entry of zip.eachEntry()) {
    const target = join(folder, entry.fileName);
    mkdirSync(dirname(target), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    names.push(entry.fileName);
  }
  return names.toSorted();
}

/** Installs what the extension is built with, where that is missing or older than the lock file. */
function installDependencies() {
  const installed = join(extension, "node_modules", ".package-lock.json");
  const lock = join(extension, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return { status: 0, output: "" };
  }
  return npm(["install", "--no-save", "--include=dev", "--ignore-scripts", "--fetch-retries=1"]);
}

function npm(args) {
  const { status, stdout, stderr, error } = spawnNpm(args, { cwd: extension, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}`, error };
}

function wanted({ status, output, error }) {
  if (error) throw error;
  if (status !== 0) throw new Failure(output);
}

function expectMessage({ messages }, pattern) {
  const texts = messages.map(({ text }) => text);
  if (!texts.some((text) => pattern.test(text)))
    throw new Failure(`no message is like ${pattern}:\n${texts.join("\n")}`);
}

function expectEqual(what, actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value, null, 2));
  if (is !== should) throw new Failure(`${what}: ${is}\nexpected: ${should}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await check();
