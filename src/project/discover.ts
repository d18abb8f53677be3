import type { FileSystem } from "./file-system.js";
import { GitIgnore } from "./gitignore.js";
import { isTestFile, type GoFile } from "./go-file.js";
import type { ModuleResolver } from "./module.js";
import { isHidden } from "./package.js";
import { baseName, childPath, parentPath, pathBelow, pathsDownTo } from "./path.js";
import { parsePattern } from "./pattern.js";
import type { ProjectProblem } from "./problem.js";
import { isSkippedFolder, walk, type Walk } from "./walk.js";

export interface DiscoverOptions {
  /** Absolute path of the working directory. */
  readonly workingDirectory: string;
  /** Files, folders and Go's `./...`, relative to the working directory; none means `./...`. */
  readonly patterns: readonly string[];
  /** Whether `_test.go` files that were not named are reported on. */
  readonly tests: boolean;
  /** Whether the configuration leaves out a file or folder (absolute path); one that it leaves out is not entered. */
  readonly ignores: (path: string) => boolean;
  /** Whether named paths are left out by the same rules as those that are found. */
  readonly forceExclude: boolean;
  /** Whether what git ignores is left out. */
  readonly gitignore: boolean;
}

/** A file that the arguments select. */
export interface SelectedFile {
  /** Absolute path. */
  readonly path: string;
  /** Whether the file was asked for by name, and not found in a folder. */
  readonly named: boolean;
}

/** The selected files of one folder, sorted by path. */
export interface SelectedDirectory {
  readonly directory: string;
  readonly files: readonly SelectedFile[];
}

export interface Selection {
  /** Sorted by path. */
  readonly directories: readonly SelectedDirectory[];
  readonly problems: readonly ProjectProblem[];
}

/**
 * Turns arguments into the files to report on, each once. Only looks at names: whether a file found is
 * generated is known when it is loaded, see {@link isReported}.
 */
export function discover(fs: FileSystem, modules: ModuleResolver, options: DiscoverOptions): Selection {
  const discovery = new Discovery(fs, modules, options);
  const patterns = options.patterns.length === 0 ? ["./..."] : options.patterns;
  for (const argument of patterns) discovery.add(argument);
  return discovery.selection();
}

/** Whether findings in a selected file are told: generated files are left alone unless named or wanted. */
export function isReported(
  file: GoFile,
  selected: SelectedFile,
  options: { readonly generated: boolean },
): boolean {
  return selected.named || options.generated || !file.isGenerated;
}

class Discovery {
  readonly #fs: FileSystem;
  readonly #modules: ModuleResolver;
  readonly #options: DiscoverOptions;
  /** By path with links resolved, so that a folder reached in two ways counts once. */
  readonly #selected = new Map<string, SelectedFile>();
  readonly #problems: ProjectProblem[] = [];

  constructor(fs: FileSystem, modules: ModuleResolver, options: DiscoverOptions) {
    this.#fs = fs;
    this.#modules = modules;
    this.#options = options;
  }

  add(argument: string): void {
    if (argument === "") {
      const path = this.#options.workingDirectory;
      this.#report("unmatched", path, "an argument is empty: name a file, a folder, or ./... for all");
      return;
    }
    const pattern = parsePattern(this.#options.workingDirectory, argument);
    if (pattern.kind === "wildcard") {
      this.#addFolder(pattern.base, argument, { nestedModules: false, wantsDirectory: pattern.matches });
    } else if (this.#fs.stat(pattern.path)?.kind === "directory") {
      this.#addFolder(pattern.path, argument, { nestedModules: true, wantsDirectory: () => true });
    } else {
      this.#addFile(pattern.path, argument);
    }
  }

  selection(): Selection {
    const directories = new Map<string, SelectedFile[]>();
    const files = [...this.#selected.values()].toSorted((a, b) => compare(a.path, b.path));
    for (const file of files) {
      const directory = parentPath(file.path);
      const others = directories.get(directory);
      if (others === undefined) directories.set(directory, [file]);
      else others.push(file);
    }
    return {
      directories: [...directories]
        .map(([directory, found]) => ({ directory, files: found }))
        .toSorted((a, b) => compare(a.directory, b.directory)),
      problems: this.#problems,
    };
  }

  #addFile(path: string, argument: string): void {
    const kind = this.#fs.stat(path)?.kind;
    if (kind === undefined) {
      const isLink = this.#isBrokenLink(path);
      this.#report(
        isLink ? "unreadable" : "unmatched",
        path,
        isLink ? `${argument} is a broken or looping link` : `there is no file or folder ${argument}`,
      );
    } else if (kind === "other") {
      this.#report("unreadable", path, `${argument} is neither a file nor a folder`);
    } else if (!path.endsWith(".go")) {
      this.#report("unmatched", path, `${argument} is not a Go file: its name does not end in .go`);
    } else {
      const { forceExclude } = this.#options;
      if (forceExclude && this.#isExcluded(path, "file")) return;
      this.#select(this.#fs.realPath(parentPath(path)), path, !forceExclude);
    }
  }

  #addFolder(
    root: string,
    argument: string,
    scope: { nestedModules: boolean; wantsDirectory: (directory: string) => boolean },
  ): void {
    if (this.#fs.stat(root)?.kind !== "directory") {
      this.#report("unmatched", root, `there is no folder ${root} for ${argument}`);
      return;
    }
    if (this.#options.forceExclude && this.#isExcluded(root, "directory")) return;

    const { tests, ignores } = this.#options;
    const found = walk(this.#fs, root, this.#gitFrom(root), this.#modules, { tests, ignores, ...scope });
    for (const path of found.unreadable) this.#report("unreadable", path, "the folder cannot be listed");
    if (found.files.length === 0 && found.unreadable.length === 0) {
      this.#report("unmatched", root, explainNothing(argument, root, found));
    }
    // Below the root no link is followed: the real path of what lies there needs no look at the disk.
    const realRoot = this.#fs.realPath(root);
    for (const path of found.files) {
      const below = pathBelow(root, parentPath(path)) ?? "";
      this.#select(below === "" ? realRoot : childPath(realRoot, below), path, false);
    }
  }

  #select(realDirectory: string, path: string, named: boolean): void {
    const identity = childPath(realDirectory, baseName(path));
    const known = this.#selected.get(identity);
    if (known === undefined) this.#selected.set(identity, { path, named });
    else if (named && !known.named) this.#selected.set(identity, { path: known.path, named });
  }

  /** Whether a walk from the working directory would have passed over a path. */
  #isExcluded(path: string, kind: "file" | "directory"): boolean {
    const { workingDirectory, tests, ignores } = this.#options;
    const name = baseName(path);
    if (kind === "file" && (isHidden(name) || (isTestFile(name) && !tests))) return true;
    const folders = pathsDownTo(workingDirectory, kind === "file" ? parentPath(path) : path).slice(1);
    return (
      folders.some((folder) => isSkippedFolder(baseName(folder)) || ignores(folder)) ||
      ignores(path) ||
      this.#gitAt(parentPath(path))?.ignores(path, kind) === true
    );
  }

  /** The rules for a walk that starts at `root`. Whoever names an ignored folder wants to see into it. */
  #gitFrom(root: string): GitIgnore | undefined {
    const git = this.#gitAt(root);
    return git?.ignores(root, "directory") === true ? GitIgnore.within(this.#fs, root) : git;
  }

  #gitAt(directory: string): GitIgnore | undefined {
    const { gitignore, workingDirectory } = this.#options;
    return gitignore ? GitIgnore.at(this.#fs, directory, workingDirectory) : undefined;
  }

  #isBrokenLink(path: string): boolean {
    const siblings = this.#fs.readDirectory(parentPath(path)) ?? [];
    return siblings.some(({ name, kind }) => name === baseName(path) && kind === "link");
  }

  #report(kind: ProjectProblem["kind"], path: string, message: string): void {
    this.#problems.push({ kind, path, message });
  }
}

function explainNothing(argument: string, root: string, found: Walk): string {
  const nothing = `${argument} selects no Go file`;
  const example = (paths: readonly string[]) => pathBelow(root, paths.toSorted()[0] ?? root);
  if (found.tests.length > 0) return `${nothing} but tests: use --tests to lint them`;
  if (found.ignored.length > 0) {
    return `${nothing} that is not ignored, by git or by configuration (${example(found.ignored)}): name a file to lint it all the same`;
  }
  if (found.nestedModules.length > 0) {
    return `${nothing}: ... stops at other modules (${example(found.nestedModules)}); name a folder to go into them`;
  }
  if (found.skipped.length > 0) {
    return `${nothing} outside of ${example(found.skipped)}, which Go passes over: name that folder to lint it`;
  }
  return `${nothing}: name a folder that holds Go source`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
