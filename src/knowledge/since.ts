/**
 * The releases of Go with which declarations came, as in `1.16`, by name: `CreateTemp`, and `File.ReadDir` for
 * methods, fields and the methods of interfaces.
 */
export type Releases = ReadonlyMap<string, string>;

/** The release of everything that does not say otherwise. */
const firstRelease = "1.0";

/** In a stub that was made where the releases were not known. */
const unknownMark = "// No since-versions.";

const name = String.raw`[\p{L}_][\p{L}\p{Nd}_]*`;
const names = `${name}(?:, ${name})*`;
const declarationPattern = new RegExp(`^(?:const|var|type|func) (${names})`, "u");
const methodPattern = new RegExp(
  String.raw`^func \((?:${name} )?\*?(${name})(?:\[[^\]]*\])?\) (${name})`,
  "u",
);
const memberPattern = new RegExp(String.raw`^\t\*?(?:${name}\.)?(${names})(?=[ (\[]|$)`, "u");
const embeddingPattern = new RegExp(String.raw`^\t\*?([\p{Ll}_][\p{L}\p{Nd}_]*)$`, "u");
const sincePattern = / \/\/since ([0-9.]+)$/;

/** The releases that a stub tells of; none for a stub that was made where they were not known. */
export function readSince(stub: string): Releases {
  const releases = new Map<string, string>();
  if (stub.startsWith(unknownMark) || stub.includes(`\n${unknownMark}\n`)) return releases;
  const lines = stubLines(stub);
  for (const { line, owner, declared } of lines) {
    const inherited = (owner !== undefined && releases.get(owner)) || firstRelease;
    const release = sincePattern.exec(line)?.[1] ?? inherited;
    for (const one of declared) releases.set(qualified(owner, one), release);
  }
  for (const { owner, embedded } of embeddings(lines)) {
    const ownRelease = releases.get(owner) ?? firstRelease;
    for (const [member, release] of membersOf(embedded, releases)) {
      const promoted = qualified(owner, member);
      if (!releases.has(promoted))
        releases.set(promoted, isEarlier(release, ownRelease) ? ownRelease : release);
    }
  }
  return releases;
}

/**
 * A stub with the releases of its declarations at the ends of their lines, where they differ from their type's.
 * `releases` undefined: they are not known, and the stub says so.
 */
export function writeSince(stub: string, releases: Releases | undefined): string {
  if (!releases) return `${unknownMark}\n${stub}`;
  const lines = stubLines(stub);
  const known = new Map(releases);
  // Go's lists have the methods that a type gets from an unexported one under the type that gets them.
  for (const { owner, embedded } of embeddings(lines)) {
    for (const [member, release] of membersOf(owner, releases)) {
      const declared = qualified(embedded, member);
      if (isEarlier(release, known.get(declared))) known.set(declared, release);
    }
  }
  const written = lines.map(({ line, owner, declared }) => {
    const inherited = (owner !== undefined && known.get(owner)) || firstRelease;
    const release = declared
      .map((one) => known.get(qualified(owner, one)))
      .find((found) => found !== undefined);
    return release === undefined || release === inherited ? line : `${line} //since ${release}`;
  });
  return written.join("\n");
}

interface StubLine {
  readonly line: string;
  /** The type that what the line declares belongs to. */
  readonly owner: string | undefined;
  readonly declared: readonly string[];
}

/** The lines of a stub, each of which declares one thing or a member of a type. */
function stubLines(stub: string): readonly StubLine[] {
  let type: string | undefined;
  return stub.split("\n").map((line) => {
    const method = methodPattern.exec(line);
    const declared = declarationPattern.exec(line)?.[1];
    if (method || declared !== undefined) type = line.startsWith("type ") ? declared : undefined;
    if (method) return { line, owner: method[1], declared: [method[2] as string] };
    if (declared !== undefined) return { line, owner: undefined, declared: declared.split(", ") };
    return { line, owner: type, declared: memberPattern.exec(line)?.[1]?.split(", ") ?? [] };
  });
}

/** Which types embed which unexported ones. */
function embeddings(
  lines: readonly StubLine[],
): readonly { readonly owner: string; readonly embedded: string }[] {
  return lines.flatMap(({ line, owner }) => {
    const embedded = embeddingPattern.exec(line)?.[1];
    return owner !== undefined && embedded !== undefined ? [{ owner, embedded }] : [];
  });
}

/** The methods and fields of a type, without its name. */
function membersOf(type: string, releases: Releases): readonly (readonly [string, string])[] {
  const prefix = qualified(type, "");
  return [...releases].flatMap(([key, release]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), release]] : [],
  );
}

function qualified(owner: string | undefined, declared: string): string {
  return owner === undefined ? declared : `${owner}.${declared}`;
}

/** Nothing is later than no release at all. */
function isEarlier(release: string, than: string | undefined): boolean {
  return than === undefined || Number(release.slice(2)) < Number(than.slice(2));
}
