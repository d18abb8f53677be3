import { Uri, commands, env, window } from "vscode";
import type { SearchResult } from "./server-search.js";

type Missing = Exclude<SearchResult, { readonly kind: "found" }>;

/** A button of a message. */
interface Button {
  readonly title: string;
  readonly press: () => Thenable<unknown>;
}

const install: Button = {
  title: "How to Install",
  press: () => env.openExternal(Uri.parse("https://github.com/leakcheck/leakcheck#install")),
};

const openSettings: Button = {
  title: "Open Settings",
  press: () => commands.executeCommand("workbench.action.openSettings", "leakcheck.path"),
};

const manageTrust: Button = {
  title: "Manage Workspace Trust",
  press: () => commands.executeCommand("workbench.trust.manage"),
};

/** Says what is missing, with buttons for what can be done about it. */
export async function tellMissing(missing: Missing): Promise<void> {
  const { message, buttons } = problemOf(missing);
  const chosen = await window.showWarningMessage(message, ...buttons.map(({ title }) => title));
  await buttons.find(({ title }) => title === chosen)?.press();
}

function problemOf(missing: Missing): { readonly message: string; readonly buttons: readonly Button[] } {
  switch (missing.kind) {
    case "no-such-file":
      return {
        message: `leakcheck.path is ${missing.path}, but there is no such file.`,
        buttons: [openSettings],
      };
    case "not-trusted":
      return {
        message:
          "leakcheck is installed in this workspace only, and is not run from there as long as you do not trust the workspace.",
        buttons: [manageTrust, openSettings],
      };
    case "not-installed":
      return {
        message:
          "leakcheck was not found: not in node_modules of the workspace, nor by leakcheck.path, nor on PATH.",
        buttons: [install, openSettings],
      };
  }
}
