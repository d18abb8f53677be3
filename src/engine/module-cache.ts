import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Where Go keeps the modules it has downloaded; the folder need not be there. */
export function moduleCacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { GOMODCACHE, GOPATH } = environment;
  if (GOMODCACHE) return GOMODCACHE.replaceAll("\\", "/");
  const goPath = GOPATH?.split(delimiter)[0] || join(homedir(), "go");
  return join(goPath, "pkg", "mod").replaceAll("\\", "/");
}
