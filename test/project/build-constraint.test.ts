import { describe, expect, test } from "@jest/globals";
import { buildTags, isBuilt, readSourceHeader, unconstrained } from "../../src/project/index.js";
import type { BuildTarget } from "../../src/project/index.js";
import { buildConstraint } from "../../src/project/build-constraint.js";

const linux: BuildTarget = { os: "linux", architecture: "amd64", release: 24 };

function isPartOf(target: BuildTarget, name: string, text = "package p"): boolean {
  return isBuilt(buildConstraint(name, readSourceHeader(text)), buildTags(target));
}

function holds(target: Partial<BuildTarget>, expression: string): boolean {
  return isPartOf({ ...linux, ...target }, "x.go", `//go:build ${expression}\n\npackage p`);
}

describe("file names", () => {
  test.each([
    ["x_linux.go", true],
    ["x_amd64.go", true],
    ["x_linux_amd64.go", true],
    ["x_linux_test.go", true],
    ["x_y_linux_amd64_test.go", true],
    ["x_windows.go", false],
    ["x_arm64.go", false],
    ["x_linux_arm64.go", false],
    ["x_windows_amd64.go", false],
    ["x_windows_test.go", false],
    ["_windows.go", false],
    ["x_windows.pb.go", false],
    // What looks like a tag and is none.
    ["windows.go", true],
    ["windows_test.go", true],
    ["x_unix.go", true],
    ["x_windows_helper.go", true],
    ["x_amd64_windows_x.go", true],
    ["xwindows.go", true],
    ["x.windows.go", true],
    ["x_Windows.go", true],
    ["x_gc.go", true],
    ["x_ignore.go", true],
    // The last part counts alone when the one before is no system.
    ["x_arm64_linux.go", true],
    ["x_amd64_arm64.go", false],
  ])("%s is built on linux/amd64: %s", (name, expected) => expect(isPartOf(linux, name)).toBe(expected));

  test("of one system are built for those that count as it too", () => {
    expect(isPartOf({ ...linux, os: "android" }, "x_linux.go")).toBe(true);
    expect(isPartOf({ ...linux, os: "illumos" }, "x_solaris.go")).toBe(true);
    expect(isPartOf({ ...linux, os: "ios" }, "x_darwin.go")).toBe(true);
    expect(isPartOf(linux, "x_android.go")).toBe(false);
  });
});

describe("build lines", () => {
  test.each([
    ["linux", true],
    ["!linux", false],
    ["unix", true],
    ["unix && !darwin", true],
    ["linux && (arm64 || amd64)", true],
    ["gc", true],
    ["gccgo", false],
    ["cgo", true],
    ["go1.24", true],
    ["!go1.25", true],
    ["go1.1", true],
    ["ignore", false],
    ["custom", false],
    ["windows || !custom", true],
  ])("%s holds on linux/amd64: %s", (expression, expected) => {
    expect(isPartOf(linux, "x.go", `//go:build ${expression}\n\npackage p`)).toBe(expected);
  });

  test("see the tags, the compiler and the cgo setting of a build", () => {
    expect(holds({ tags: ["custom"] }, "custom")).toBe(true);
    expect(holds({ compiler: "gccgo" }, "gccgo && !gc")).toBe(true);
    expect(holds({ cgo: false }, "cgo")).toBe(false);
    expect(holds({ os: "windows" }, "unix")).toBe(false);
    expect(holds({ tags: ["goexperiment.boringcrypto"] }, "boringcrypto")).toBe(true);
  });

  test("add to what the file name demands", () => {
    expect(isPartOf(linux, "x_windows.go", "//go:build linux\n\npackage p")).toBe(false);
    expect(isPartOf(linux, "x_linux.go", "//go:build !linux\n\npackage p")).toBe(false);
  });
});

test('a file that imports "C" needs cgo', () => {
  const text = 'package p\nimport "C"\n';
  expect(isPartOf(linux, "x.go", text)).toBe(true);
  expect(isPartOf({ ...linux, cgo: false }, "x.go", text)).toBe(false);
});

test("a constraint can be shown", () => {
  const header = readSourceHeader('//go:build !a || b\n\npackage p\nimport "C"');
  expect(buildConstraint("x_linux_arm64.go", header).text).toBe("(linux && arm64 && cgo && (!a || b))");
  expect(buildConstraint("x.go", readSourceHeader("package p"))).toBe(unconstrained);
});
