/** One of Go's `api/go1.N.txt` files, which list what was added in a release. */
export interface ApiFile {
  readonly fileName: string;
  readonly text: string;
}

/** For each import path the release, as in `1.16`, in which each of its names came (`File`, `File.ReadDir`). */
export type ApiReleases = ReadonlyMap<string, ReadonlyMap<string, string>>;

const linePattern = /^pkg (\S+)(?: \([^)]*\))?, (.*)$/;
const memberPattern = /^type (\w+)(?:\[.*?\])? (?:struct|interface), (?:embedded )?(?:[\w/]+\.)*(\w+)/;
const methodPattern = /^method \(\*?(\w+)(?:\[.*?\])?\) (\w+)/;
const declarationPattern = /^(?:const|func|type|var) (\w+)/;

/** Reads Go's lists of additions. A name that several of them have came with the earliest. */
export function readApiReleases(files: readonly ApiFile[]): ApiReleases {
  const releases = new Map<string, Map<string, string>>();
  const lists = files
    .flatMap(({ fileName, text }) => {
      const release = /^go1(?:\.(\d+))?\.txt$/.exec(fileName);
      return release ? [{ number: Number(release[1] ?? 0), text }] : [];
    })
    .toSorted((a, b) => a.number - b.number);
  for (const { number, text } of lists) {
    for (const line of text.split("\n")) {
      const [, path, feature] = linePattern.exec(line) ?? [];
      const added = feature === undefined ? undefined : nameOf(feature);
      if (path === undefined || added === undefined) continue;
      const ofPackage = releases.get(path) ?? new Map<string, string>();
      releases.set(path, ofPackage);
      if (!ofPackage.has(added)) ofPackage.set(added, `1.${number}`);
    }
  }
  return releases;
}

function nameOf(feature: string): string | undefined {
  const member = memberPattern.exec(feature) ?? methodPattern.exec(feature);
  return member ? `${member[1]}.${member[2]}` : declarationPattern.exec(feature)?.[1];
}
