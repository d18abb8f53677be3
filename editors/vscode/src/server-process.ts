import { isScript } from "./server-search.js";

/** How the server is started. */
export interface ServerProcess {
  readonly command: string;
  readonly args: string[];
  readonly options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly shell: boolean };
}

/** What of the extension's own process matters to the server's. */
export interface Host {
  /** The program that runs the extension: Node, or VS Code, which can be Node. */
  readonly execPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly isWindows: boolean;
}

/** Says how to start the server at a path, in a folder. */
export function serverProcess(path: string, cwd: string, { execPath, env, isWindows }: Host): ServerProcess {
  if (isScript(path)) {
    // There may be no Node on the PATH of a program that was started from the desktop.
    const asNode = { ...env, ELECTRON_RUN_AS_NODE: "1" };
    return { command: execPath, args: [path, "lsp"], options: { cwd, env: asNode, shell: false } };
  }
  const needsShell = isWindows && /\.(?:cmd|bat)$/i.test(path);
  return {
    command: needsShell ? `"${path}"` : path,
    args: ["lsp"],
    options: { cwd, env, shell: needsShell },
  };
}
