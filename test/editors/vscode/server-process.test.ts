import { expect, test } from "@jest/globals";
import { serverProcess } from "../../../editors/vscode/src/server-process.js";

const host = { execPath: "/usr/share/code/code", env: { PATH: "/usr/bin" }, isWindows: false };

test("a script is run by the program that runs the extension, as Node", () => {
  expect(serverProcess("/lib/leakcheck.js", "/work", host)).toEqual({
    command: "/usr/share/code/code",
    args: ["/lib/leakcheck.js", "lsp"],
    options: { cwd: "/work", env: { PATH: "/usr/bin", ELECTRON_RUN_AS_NODE: "1" }, shell: false },
  });
});

test("a program is run as it is, in the environment as it is", () => {
  expect(serverProcess("/usr/bin/leakcheck", "/work", host)).toEqual({
    command: "/usr/bin/leakcheck",
    args: ["lsp"],
    options: { cwd: "/work", env: host.env, shell: false },
  });
});

test("a batch file needs a shell, and quotes for what stands between its spaces", () => {
  const path = "C:\\Program Files\\leakcheck.CMD";
  expect(serverProcess(path, "C:\\work", { ...host, isWindows: true })).toEqual({
    command: `"${path}"`,
    args: ["lsp"],
    options: { cwd: "C:\\work", env: host.env, shell: true },
  });
  expect(serverProcess("/work/leakcheck.cmd", "/work", host).options.shell).toBe(false);
});
