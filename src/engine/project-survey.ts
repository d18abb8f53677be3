import { ModuleResolver, discover, loadPackages, ownTags } from "../project/index.js";
import type { FileSystem, GoFile } from "../project/index.js";

/** What there is to lint in a folder and below. */
export interface ProjectSurvey {
  /** Import path of the module that holds the folder; undefined without one. */
  readonly module: string | undefined;
  /** "1.22"; undefined where go.mod names none. */
  readonly go: string | undefined;
  /** Number of Go files that are neither tests nor generated. */
  readonly files: number;
  readonly tests: number;
  readonly generated: number;
  /** Number of packages main. */
  readonly programs: number;
  /** Number of files by the build tag of the project's own that decides about them, the most frequent first. */
  readonly tags: ReadonlyMap<string, number>;
}

/** Looks at the Go files in a folder (absolute path) and below, as `./...` takes them; reads headers, parses nothing. */
export function surveyProject(fileSystem: FileSystem, directory: string): ProjectSurvey {
  const modules = new ModuleResolver(fileSystem);
  const module = modules.find(directory);
  const { directories } = discover(fileSystem, modules, {
    workingDirectory: directory,
    patterns: [],
    tests: true,
    ignores: () => false,
    forceExclude: false,
    gitignore: true,
  });
  const files = directories.flatMap((each) =>
    loadPackages(fileSystem, each.directory, modules).packages.flatMap((goPackage) => goPackage.files),
  );
  const own = files.filter(({ isTest, isGenerated }) => !isTest && !isGenerated);
  return {
    module: module?.path,
    go: module?.file.goVersion?.text,
    files: own.length,
    tests: files.filter(({ isTest }) => isTest).length,
    generated: files.filter(({ isTest, isGenerated }) => isGenerated && !isTest).length,
    programs: new Set(own.filter(({ packageName }) => packageName === "main").map(folderOf)).size,
    tags: countTags(files),
  };
}

function folderOf({ path, name }: GoFile): string {
  return path.slice(0, -name.length);
}

function countTags(files: readonly GoFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { constraint } of files)
    for (const tag of ownTags(constraint)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}
