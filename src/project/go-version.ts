/**
 * A version of Go. From Go 1.21 on, `1.21` names the language and comes before every release of it:
 * 1.21 < 1.21rc1 < 1.21.0. Before that, `1.20` is the release 1.20.0.
 */
export interface GoVersion {
  /** As written, without the `go` prefix and without a vendor's suffix. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  /** Undefined for a language version and for a prerelease. */
  readonly patch: number | undefined;
  /** `rc2`, split up; undefined for everything but prereleases. */
  readonly prerelease: { readonly kind: string; readonly number: number } | undefined;
}

const decimal = "(0|[1-9][0-9]*)";
const versionPattern = new RegExp(
  `^(?:go)?(${decimal}(?:\\.${decimal}(?:\\.${decimal}|([a-z]+)${decimal}?)?)?)(?:-.*)?$`,
);

/** Reads `1.21`, `1.21rc2`, `1.22.3` and `go1.22.3-custom`; undefined for all else, `default` included. */
export function parseGoVersion(text: string): GoVersion | undefined {
  const match = versionPattern.exec(text);
  if (match === null) return undefined;
  const [, version = "", major, minor = "0", patch, kind, candidate = "0"] = match;
  const prerelease = kind === undefined ? undefined : { kind, number: Number(candidate) };
  const isRelease = prerelease === undefined && Number(minor) < 21;
  return {
    text: version,
    major: Number(major),
    minor: Number(minor),
    patch: patch === undefined ? (isRelease ? 0 : undefined) : Number(patch),
    prerelease,
  };
}

/** Negative when `a` is older than `b`, positive when it is newer, 0 when they are the same version. */
export function compareGoVersions(a: GoVersion, b: GoVersion): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    (a.patch ?? -1) - (b.patch ?? -1) ||
    compareText(a.prerelease?.kind ?? "", b.prerelease?.kind ?? "") ||
    (a.prerelease?.number ?? 0) - (b.prerelease?.number ?? 0)
  );
}

/** Whether what came with `minimum` is there in `version`. */
export function atLeast(version: GoVersion, minimum: GoVersion): boolean {
  return compareGoVersions(version, minimum) >= 0;
}

// "" < alpha < beta < rc, as it happens.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
