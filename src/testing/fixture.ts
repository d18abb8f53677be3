import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { configFileNames } from "../engine/config/index.js";

/** One case of a rule's test data: a folder of Go code. */
export interface Fixture {
  /** `go1.22/basic` */
  readonly name: string;
  /** Undefined for code outside of any module. */
  readonly go: string | undefined;
  /** Texts by path below the case's folder: Go files, and go.mod or go.work where the case has its own. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * Path of the case's own configuration. What it says of resources and of the rule's options holds; all else is as for
   * other cases.
   */
  readonly config: string | undefined;
  /** What fixing makes of a file, by the path of that file. */
  readonly goldens: Readonly<Record<string, string>>;
}

const goldenSuffix = ".golden";

/**
 * Reads the cases of a rule: `testdata/go1.22/<case>/` is code for Go 1.22, `testdata/no-module/<case>/` is code
 * for which no go.mod says a version. Throws for folders that are neither, and for a rule without cases.
 */
export function readFixtures(testdata: URL | string): readonly Fixture[] {
  const root = typeof testdata === "string" ? testdata : fileURLToPath(testdata);
  const fixtures = folders(root).flatMap((version) => {
    const go = /^go(\d+\.\d+)$/.exec(version)?.[1];
    if (go === undefined && version !== "no-module") {
      throw new Error(
        `${join(root, version)}: folders here are called go1.NN, after a Go version, or no-module`,
      );
    }
    return folders(join(root, version)).map((name) =>
      readFixture(`${version}/${name}`, go, join(root, version, name)),
    );
  });
  if (fixtures.length === 0) throw new Error(`${root} holds no cases: put Go files into go1.NN/<case>/`);
  return fixtures;
}

function readFixture(name: string, go: string | undefined, directory: string): Fixture {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(?:go|golden|mod|work)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map(
      (path) => [path.slice(directory.length + 1).replaceAll(sep, "/"), readFileSync(path, "utf8")] as const,
    );
  const files = Object.fromEntries(texts.filter(([path]) => !path.endsWith(goldenSuffix)));
  const goldens = Object.fromEntries(
    texts.flatMap(([path, text]) =>
      path.endsWith(goldenSuffix) ? [[path.slice(0, -goldenSuffix.length), text]] : [],
    ),
  );
  if (!Object.keys(files).some((path) => path.endsWith(".go")))
    throw new Error(`${directory} holds no Go file`);
  const lonely = Object.keys(goldens).find((path) => !(path in files));
  if (lonely !== undefined)
    throw new Error(`${join(directory, lonely)}${goldenSuffix}: there is no ${lonely}`);
  const config = entries.find(
    (entry) => entry.parentPath === directory && configFileNames.includes(entry.name),
  );
  return { name, go, files, config: config && join(directory, config.name), goldens };
}

function folders(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
