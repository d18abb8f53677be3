import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "./file-system.js";
import { childPath, parentPath, pathBelow, pathsDownTo } from "./path.js";
import { decodeGoSource } from "./source-text.js";

/**
 * What git ignores at and below one directory of a repository: all patterns that apply there as one list in
 * git's order of precedence, so that the last match decides as it does in git.
 */
export class GitIgnore {
  readonly #fs: FileSystem;
  /** The directory that the list is relative to. */
  readonly #root: string;
  readonly #rules: Ignore;

  private constructor(fs: FileSystem, root: string, rules: Ignore) {
    this.#fs = fs;
    this.#root = root;
    this.#rules = rules;
  }

  /**
   * The rules for `directory`, from the root of its repository down to it; outside of a repository, from
   * `top` down to it.
   */
  static at(fs: FileSystem, directory: string, top: string): GitIgnore {
    const [root = directory, ...below] = pathsDownTo(repositoryRoot(fs, directory) ?? top, directory);
    return below.reduce((rules, step) => rules.enter(step), GitIgnore.within(fs, root));
  }

  /** The rules that a directory has of its own, as if it were the root of a repository. */
  static within(fs: FileSystem, directory: string): GitIgnore {
    const rules = newRules();
    for (const file of [".git/info/exclude", ".gitignore"]) {
      rules.add(readPatterns(fs, childPath(directory, file)) ?? "");
    }
    return new GitIgnore(fs, directory, rules);
  }

  /** The rules for a directory right below. A repository inside of a repository has only its own. */
  enter(directory: string): GitIgnore {
    if (this.#fs.stat(childPath(directory, ".git")) !== undefined) {
      return GitIgnore.within(this.#fs, directory);
    }
    const text = readPatterns(this.#fs, childPath(directory, ".gitignore"));
    const below = pathBelow(this.#root, directory);
    if (text === undefined || below === undefined) return this;
    const rules = newRules().add(this.#rules).add(rebase(text, below));
    return new GitIgnore(this.#fs, this.#root, rules);
  }

  /** Whether git ignores a path at or below the directory that these rules are for, or a folder above it. */
  ignores(path: string, kind: "file" | "directory"): boolean {
    const below = pathBelow(this.#root, path);
    if (below === undefined || below === "") return false;
    return this.#rules.ignores(kind === "directory" ? `${below}/` : below);
  }
}

function newRules(): Ignore {
  return ignore({ ignorecase: false });
}

function repositoryRoot(fs: FileSystem, directory: string): string | undefined {
  for (let at = directory; ; at = parentPath(at)) {
    if (fs.stat(childPath(at, ".git")) !== undefined) return at;
    if (parentPath(at) === at) return undefined;
  }
}

// A file of patterns that cannot be read ignores nothing: more is linted then, not less.
function readPatterns(fs: FileSystem, path: string): string | undefined {
  if (fs.stat(path)?.kind !== "file") return undefined;
  try {
    return decodeGoSource(fs.readFile(path)).text;
  } catch {
    return undefined;
  }
}

/** The patterns of `directory`'s own .gitignore, rewritten to mean the same in the one at the root. */
function rebase(patterns: string, directory: string): string[] {
  const prefix = `/${directory.replace(/[\\*?[\]!# ]/g, "\\$&")}/`;
  return patterns.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const sign = line.startsWith("!") ? "!" : "";
    // `\!x` and `\#x` need their backslash at the start of a line alone.
    const pattern = line.slice(sign.length).replace(/^\\(?=[!#])/, "");
    const isAnchored = /\/(?!\s*$)/.test(pattern);
    return [sign + prefix + (isAnchored ? pattern.replace(/^\//, "") : `**/${pattern}`)];
  });
}
