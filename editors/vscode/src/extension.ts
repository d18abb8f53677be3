import { commands, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import { Server } from "./server.js";
import { startSettings } from "./settings.js";

let server: Server | undefined;

/** Called when a Go file is first opened. */
export function activate({ subscriptions, extensionPath }: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("leakcheck", { log: true });
  const started = new Server(output, extensionPath);
  server = started;
  subscriptions.push(
    output,
    commands.registerCommand("leakcheck.restart", () => started.restart()),
    commands.registerCommand("leakcheck.showOutput", () => output.show()),
    workspace.onDidGrantWorkspaceTrust(() => started.restart()),
    workspace.onDidChangeWorkspaceFolders(() => started.foldersChanged()),
    workspace.onDidChangeConfiguration((change) => {
      if (startSettings.some((setting) => change.affectsConfiguration(setting))) void started.restart();
    }),
  );
  return started.restart();
}

/** Called when the window closes or the extension is turned off. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
