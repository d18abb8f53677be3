import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, jest, test } from "@jest/globals";
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from "vscode-languageserver/node";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { GoProject } from "../cli/go-project.js";
import { leaking } from "./source.js";

jest.setTimeout(60_000);

const command = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));

test("leakcheck lsp serves over standard input and output, writes nothing else there, and ends when told", async () => {
  const project = new GoProject({ "a.go": leaking });
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification("textDocument/publishDiagnostics", resolve);
    });
    const errors: unknown[] = [];
    connection.onError((error) => errors.push(error));
    connection.listen();
    const rootUri = pathToFileURL(project.root).href;
    const initialized = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri,
      capabilities: {},
    });
    expect(initialized).toMatchObject({ serverInfo: { name: "leakcheck" } });
    await connection.sendNotification("initialized", {});
    const textDocument = { uri: `${rootUri}/a.go`, languageId: "go", version: 1, text: leaking };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    expect((await published).diagnostics).toMatchObject([{ code: "unclosed-file" }]);
    await connection.sendRequest("shutdown");
    const exit = once(server, "exit");
    await connection.sendNotification("exit");
    expect(await exit).toEqual([0, null]);
    expect(errors).toEqual([]);
  } finally {
    server.kill();
    project.remove();
  }
});
