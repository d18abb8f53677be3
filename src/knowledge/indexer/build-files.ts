import { architectures, operatingSystems } from "../../project/build-tags.js";
import { buildTags, isBuilt } from "../../project/index.js";
import type { GoFile, LoadedDirectory } from "../../project/index.js";

/** The files of a package that some build without tags of its own is made of. */
export interface BuildFiles {
  readonly packageName: string;
  /** Of the build for linux/amd64 without cgo. */
  readonly primary: readonly GoFile[];
  /** Of other systems, architectures and of builds with cgo alone. */
  readonly others: readonly GoFile[];
}

/**
 * The files of the importable package in a folder; undefined when there is none. Tests, programs, and files that
 * need a tag which nobody sets by default (experiments, generators) are left out. `release`: N of Go 1.N.
 */
export function buildFiles({ packages }: LoadedDirectory, release: number): BuildFiles | undefined {
  const primaryTags = buildTags({ os: "linux", architecture: "amd64", release, cgo: false });
  const candidates = packages
    .filter(({ name, kind }) => kind === "package" && name !== "" && name !== "main")
    .map(({ name, files }) => {
      const built = files.filter((file) => !file.isTest);
      const primary = built.filter(({ constraint }) => isBuilt(constraint, primaryTags));
      const others = built.filter((file) => !primary.includes(file) && isBuiltSomewhere(file, release));
      return { packageName: name, primary, others };
    })
    .filter(({ primary, others }) => primary.length + others.length > 0);
  return candidates.find(({ primary }) => primary.length > 0) ?? candidates[0];
}

function isBuiltSomewhere({ constraint }: GoFile, release: number): boolean {
  return platforms(release).some((tags) => isBuilt(constraint, tags));
}

const platformsByRelease = new Map<number, readonly ReadonlySet<string>[]>();

/** The tags of every combination of system, architecture and cgo, existing or not. */
function platforms(release: number): readonly ReadonlySet<string>[] {
  let found = platformsByRelease.get(release);
  if (!found) {
    found = [...operatingSystems].flatMap((os) =>
      [...architectures].flatMap((architecture) =>
        [true, false].map((cgo) => buildTags({ os, architecture, release, cgo })),
      ),
    );
    platformsByRelease.set(release, found);
  }
  return found;
}
