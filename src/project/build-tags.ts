/**
 * The operating systems that a file name or a build constraint can name: Go never takes one off its list,
 * since file names would change their meaning.
 */
export const operatingSystems: ReadonlySet<string> = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
    " ",
  ),
);

/** The architectures that a file name or a build constraint can name. */
export const architectures: ReadonlySet<string> = new Set(
  (
    "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le " +
    "ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm"
  ).split(" "),
);

const unixSystems: ReadonlySet<string> = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris".split(" "),
);

/** Systems that count as another one too: a file for Linux is built for Android. */
const parentSystems: ReadonlyMap<string, string> = new Map([
  ["android", "linux"],
  ["illumos", "solaris"],
  ["ios", "darwin"],
]);

/** What a build is made for. */
export interface BuildTarget {
  /** GOOS. */
  readonly os: string;
  /** GOARCH. */
  readonly architecture: string;
  /** Release of Go 1 whose toolchain builds: 22 for Go 1.22. */
  readonly release: number;
  /** `gc` unless said otherwise. */
  readonly compiler?: "gc" | "gccgo";
  /** Whether cgo is enabled; true unless said otherwise. */
  readonly cgo?: boolean;
  /** What `-tags` adds. */
  readonly tags?: readonly string[];
}

/** All tags that hold in a build. */
export function buildTags(target: BuildTarget): ReadonlySet<string> {
  const tags = new Set([...systemTags(target.os), target.architecture, target.compiler ?? "gc"]);
  if (target.cgo ?? true) tags.add("cgo");
  for (let release = 1; release <= target.release; release++) tags.add(`go1.${release}`);
  for (const tag of target.tags ?? []) tags.add(tag);
  return tags;
}

/** The tags that hold on an operating system because of it. */
export function systemTags(os: string): readonly string[] {
  const tags = [os];
  const parent = parentSystems.get(os);
  if (parent !== undefined) tags.push(parent);
  if (unixSystems.has(os)) tags.push("unix");
  return tags;
}

/** N of the tag `go1.N`, which holds from that release on; undefined for every other tag. */
export function releaseOf(tag: string): number | undefined {
  const release = /^go1\.([1-9][0-9]*)$/.exec(tag)?.[1];
  return release === undefined ? undefined : Number(release);
}
