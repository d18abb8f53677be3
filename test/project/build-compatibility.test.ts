import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { buildTags, compatible, isBuilt, readSourceHeader, unconstrained } from "../../src/project/index.js";
import type { BuildConstraint } from "../../src/project/index.js";
import { buildConstraint } from "../../src/project/build-constraint.js";
import { architectures, operatingSystems } from "../../src/project/build-tags.js";

function constraint(expression: string): BuildConstraint {
  return buildConstraint("x.go", readSourceHeader(`//go:build ${expression}\n\npackage p`));
}

describe("compatible", () => {
  test.each([
    ["linux", "windows", false],
    ["linux", "!linux", false],
    ["linux", "amd64", true],
    ["amd64", "arm64", false],
    ["linux && amd64", "linux && arm64", false],
    ["unix", "windows", false],
    ["unix", "linux", true],
    ["!unix", "darwin", false],
    ["!unix", "plan9", true],
    ["linux", "android", true],
    ["!android", "linux", true],
    ["!linux", "android", false],
    ["solaris && !illumos", "illumos", false],
    ["darwin", "ios", true],
    ["gc", "gccgo", false],
    ["!gc", "!gccgo", false],
    ["cgo", "!cgo", false],
    ["custom", "!custom", false],
    ["custom", "other", true],
    ["custom || linux", "!custom", true],
    ["custom || linux", "!custom && windows", false],
    ["go1.21", "!go1.21", false],
    ["go1.21", "!go1.20", false],
    ["go1.20", "!go1.21", true],
    ["go1.9", "!go1.10", true],
    ["go1.10", "!go1.9", false],
    ["boringcrypto", "!goexperiment.boringcrypto", false],
    ["ignore", "linux", true],
    ["(linux && cgo) || (darwin && !cgo)", "(linux && !cgo) || (darwin && cgo)", false],
  ])("(%s, %s) is %s", (a, b, expected) => {
    expect(compatible(constraint(a), constraint(b))).toBe(expected);
    expect(compatible(constraint(b), constraint(a))).toBe(expected);
  });

  test("is true of files without constraints", () => {
    expect(compatible(unconstrained, unconstrained)).toBe(true);
    expect(compatible(unconstrained, constraint("linux"))).toBe(true);
  });

  test("is false of a file that no build has", () => {
    const never = constraint("linux && windows");
    expect(compatible(never, never)).toBe(false);
    expect(compatible(never, unconstrained)).toBe(false);
  });

  test("knows file names and cgo", () => {
    const plain = readSourceHeader("package p");
    const linux = buildConstraint("x_linux.go", plain);
    expect(compatible(linux, buildConstraint("x_windows.go", plain))).toBe(false);
    expect(compatible(linux, constraint("!linux"))).toBe(false);
    const cgo = buildConstraint("x.go", readSourceHeader('package p\nimport "C"'));
    expect(compatible(cgo, constraint("!cgo"))).toBe(false);
  });

  test("gives up with true on very many tags", () => {
    const tags = Array.from({ length: 40 }, (_, index) => `tag${index}`);
    const all = constraint(tags.join(" && "));
    expect(compatible(all, all)).toBe(true);
    expect(compatible(all, constraint("!tag0"))).toBe(true);
  });

  test("answers the same when asked again", () => {
    const [a, b] = [constraint("linux"), constraint("!linux")];
    expect([compatible(a, b), compatible(a, b), compatible(b, a)]).toEqual([false, false, false]);
  });
});

const expression = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "linux",
      "android",
      "windows",
      "unix",
      "amd64",
      "arm64",
      "gc",
      "gccgo",
      "cgo",
      "go1.20",
      "go1.21",
      "tag",
    ),
    tie("expression").map((x) => `!(${x})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a} || ${b})`),
  ),
})).expression;

// Enough builds to tell apart whatever the tags above can.
const builds = ["linux", "android", "windows", "darwin", "plan9"].flatMap((os) =>
  ["amd64", "arm64", "386"].flatMap((architecture) =>
    [19, 20, 21].flatMap((release) =>
      (["gc", "gccgo"] as const).flatMap((compiler) =>
        [true, false].flatMap((cgo) =>
          [[], ["tag"]].map((tags) => buildTags({ os, architecture, release, compiler, cgo, tags })),
        ),
      ),
    ),
  ),
);

describe("compatible, for any expressions,", () => {
  test("finds a build if and only if there is one", () => {
    fc.assert(
      fc.property(expression, expression, (first, second) => {
        const [a, b] = [constraint(first), constraint(second)];
        const expected = builds.some((tags) => isBuilt(a, tags) && isBuilt(b, tags));
        expect(compatible(a, b)).toBe(expected);
        expect(compatible(b, a)).toBe(expected);
      }),
    );
  });
});

test("every system and architecture is incompatible with the next, save those that count as another", () => {
  const related = new Set(["android linux", "illumos solaris", "darwin ios", "ios darwin", "linux android"]);
  for (const names of [[...operatingSystems], [...architectures]]) {
    for (const [index, name] of names.entries()) {
      const next = names[index + 1];
      if (next === undefined || related.has(`${name} ${next}`)) continue;
      expect([name, next, compatible(constraint(name), constraint(next))]).toEqual([name, next, false]);
    }
  }
});
