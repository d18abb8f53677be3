import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { atLeast, compareGoVersions, parseGoVersion } from "../../src/project/index.js";
import type { GoVersion } from "../../src/project/index.js";

describe("parseGoVersion", () => {
  test("reads language versions, releases and prereleases", () => {
    expect(parseGoVersion("1.21")).toEqual({
      text: "1.21",
      major: 1,
      minor: 21,
      patch: undefined,
      prerelease: undefined,
    });
    expect(parseGoVersion("1.22.3")).toMatchObject({ minor: 22, patch: 3 });
    expect(parseGoVersion("1.21rc2")).toMatchObject({ minor: 21, prerelease: { kind: "rc", number: 2 } });
    expect(parseGoVersion("1")).toMatchObject({ major: 1, minor: 0, patch: 0 });
  });

  test("reads the names of toolchains", () => {
    expect(parseGoVersion("go1.22.3")?.text).toBe("1.22.3");
    expect(parseGoVersion("go1.22.3-custom")?.text).toBe("1.22.3");
  });

  test.each([
    "",
    "default",
    "go",
    "v1.21",
    "1.",
    "1.21.",
    "1.021",
    "01.21",
    "1.21.x",
    "1.21.3rc1",
    "1.21 ",
    "a1.21",
  ])("knows nothing of %j", (text) => expect(parseGoVersion(text)).toBeUndefined());
});

describe("compareGoVersions", () => {
  test("puts a language version before its releases from Go 1.21 on", () => {
    const ascending = [
      "1",
      "1.9",
      "1.10",
      "1.20rc1",
      "1.20",
      "1.20.1",
      "1.21",
      "1.21beta1",
      "1.21rc2",
      "1.21rc10",
    ];
    const versions = [...ascending, "1.21.0", "1.21.1", "1.21.10", "1.22", "2"].map(version);
    const shuffled = versions.toReversed().toSorted(compareGoVersions);
    expect(shuffled.map(({ text }) => text)).toEqual(versions.map(({ text }) => text));
  });

  test("takes 1.20 for the release 1.20.0", () => {
    expect(compareGoVersions(version("1.20"), version("1.20.0"))).toBe(0);
  });

  test("is a total order", () => {
    const anyVersion = fc
      .tuple(fc.nat(2), fc.nat(30), fc.constantFrom("", ".0", ".1", ".12", "rc1", "rc2", "beta1"))
      .map(([major, minor, rest]) => version(`${major}.${minor}${rest}`));
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        expect(compareGoVersions(a, a)).toBe(0);
        expect(Math.sign(compareGoVersions(a, b))).toBe(0 - Math.sign(compareGoVersions(b, a)));
        if (compareGoVersions(a, b) <= 0 && compareGoVersions(b, c) <= 0) {
          expect(compareGoVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

test("atLeast counts the release candidates of a version as having what it brings", () => {
  expect(atLeast(version("1.23"), version("1.23"))).toBe(true);
  expect(atLeast(version("1.23rc1"), version("1.23"))).toBe(true);
  expect(atLeast(version("1.23.4"), version("1.23"))).toBe(true);
  expect(atLeast(version("1.22.9"), version("1.23"))).toBe(false);
});

function version(text: string): GoVersion {
  const parsed = parseGoVersion(text);
  if (parsed === undefined) throw new Error(`not a version: ${text}`);
  return parsed;
}
