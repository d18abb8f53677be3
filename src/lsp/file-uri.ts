import { fileURLToPath, pathToFileURL } from "node:url";

/** The absolute path, with `/`, that a URI names; undefined for one that names no file: `untitled:Untitled-1`. */
export function pathOfUri(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri).replaceAll("\\", "/");
  } catch {
    // A host, or an encoded slash.
    return undefined;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}
