import { workspace } from "vscode";

/** What the user may set, as far as the server has to be started anew for it. */
export interface Settings {
  readonly isEnabled: boolean;
  /** Of the server; empty where it is not set. */
  readonly path: string;
  readonly runsOnType: boolean;
}

/** The settings that a running server does not take over. */
export const startSettings = ["leakcheck.enable", "leakcheck.path", "leakcheck.run"] as const;

export function readSettings(): Settings {
  const settings = workspace.getConfiguration("leakcheck");
  return {
    isEnabled: settings.get("enable", true),
    path: settings.get("path", "").trim(),
    runsOnType: settings.get<string>("run") !== "onSave",
  };
}
