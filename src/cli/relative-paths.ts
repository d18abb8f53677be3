import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Location, RunResult } from "../diagnostic/index.js";
import { systemReason } from "../engine/system-error.js";
import { UsageError } from "./usage-error.js";

/** The absolute path of the folder that paths in reports are relative to. */
export function reportFolder(folder: string | undefined): string {
  if (folder === undefined) return process.cwd();
  try {
    return realpathSync(folder);
  } catch (error) {
    throw new UsageError(`--relative-to ${folder} is no folder: ${systemReason(error)}`);
  }
}

/** A result of this working directory with paths relative to another folder; those of files outside of it become absolute. */
export function withPathsRelativeTo(folder: string, result: RunResult): RunResult {
  if (folder === process.cwd()) return result;
  const known = new Map<string, string>();
  const shown = (file: string): string => {
    const path = known.get(file) ?? pathFrom(folder, file);
    known.set(file, path);
    return path;
  };
  const moved = <Place extends { readonly location: Location }>(place: Place): Place => ({
    ...place,
    location: { ...place.location, file: shown(place.location.file) },
  });
  return {
    ...result,
    diagnostics: result.diagnostics.map((diagnostic) => ({
      ...moved(diagnostic),
      path: diagnostic.path.map(moved),
      related: diagnostic.related.map(moved),
    })),
    notices: result.notices.map((notice) =>
      notice.file === undefined ? notice : { ...notice, file: shown(notice.file) },
    ),
  };
}

function pathFrom(folder: string, file: string): string {
  const absolute = resolve(file);
  const path = relative(folder, absolute);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (isOutside ? absolute : path).replaceAll(sep, "/");
}
