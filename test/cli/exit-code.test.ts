import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GoProject, clean, unclosed, unstopped } from "./go-project.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "error.go": unclosed,
    "warning.go": unstopped.replace("wait", "waitLonger"),
    "clean.go": clean,
    "broken/broken.go": "package broken\n\nfunc f( {\n",
    "binary/binary.go": "package binary\0",
    "latin/latin.go": new Uint8Array([...Buffer.from("package latin // "), 0xe4, 0x0a]),
  });
});

afterAll(() => project.remove());

describe("the exit code", () => {
  test.each<[code: number, why: string, args: readonly string[]]>([
    [0, "nothing is found", ["clean.go"]],
    [1, "there is an error", ["error.go"]],
    [1, "there is a warning", ["warning.go"]],
    [0, "a warning is below the fail level", ["warning.go", "--fail-level", "error"]],
    [1, "an error is at the fail level", ["error.go", "--fail-level", "error"]],
    [0, "a hint is below the usual fail level", ["error.go", "--rule", "unclosed-file=info"]],
    [1, "a hint is at the fail level", ["error.go", "--rule", "unclosed-file=info", "--fail-level=info"]],
    [0, "warnings are not more than tolerated", ["warning.go", "--max-warnings", "1"]],
    [1, "warnings are more than tolerated", ["warning.go", "--max-warnings", "0"]],
    [
      1,
      "too many warnings count below the fail level",
      ["warning.go", "--max-warnings=0", "--fail-level=error"],
    ],
    [1, "tolerated warnings excuse no error", ["error.go", "warning.go", "--max-warnings", "9"]],
    [0, "findings are not to count", ["error.go", "warning.go", "--exit-zero"]],
    [1, "only errors are shown, and there is one", ["error.go", "--quiet"]],
    [1, "a warning counts although it is not shown", ["warning.go", "--quiet"]],
    [2, "a path is not there", ["error.go", "no-such.go"]],
    [2, "a path is not there, whatever else counts", ["no-such.go", "--exit-zero"]],
    [
      1,
      "paths that are not there are to be passed over",
      ["error.go", "no-such.go", "--no-error-on-unmatched"],
    ],
    [0, "there is no path at all, which is to be passed over", ["no-such.go", "--no-error-on-unmatched"]],
    [0, "a file can only be parsed in part", ["broken"]],
    [2, "a file can only be parsed in part, which is to count", ["broken", "--strict-parse"]],
    [0, "a file is no Go source", ["binary"]],
    [2, "a file is no Go source, which is to count", ["binary", "--strict-parse"]],
    [0, "a file is not UTF-8", ["latin"]],
    [2, "a file is not UTF-8, which is to count", ["latin", "--strict-parse"]],
  ])("is %i when %s", async (code, _why, args) => {
    const { exitCode } = await project.run(args);
    expect(exitCode).toBe(code);
  });

  test("is explained when only what --quiet hides makes the run fail", async () => {
    const { stdout, stderr } = await project.run(["warning.go", "--quiet", "--format", "compact"]);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      "leakcheck: what --quiet hides makes the run fail; see --fail-level and --max-warnings\n",
    );
  });
});
