import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GoProject, unclosed } from "./go-project.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "a.go": unclosed,
    "sub/b.go": unclosed.replace("app", "sub"),
    "mit leerzeichen/größe, ß & 世界.go": unclosed.replace("app", "x"),
    "nested/go.mod": "module example.com/nested\n",
    "nested/n.go": unclosed.replace("app", "nested"),
  });
});

afterAll(() => project.remove());

async function files(args: readonly string[], folder?: string): Promise<readonly string[]> {
  const { stdout } = await project.run(["--format", "compact", ...args], folder);
  return [...stdout.matchAll(/^(.+?):\d+:\d+: /gm)].map(([, file = ""]) =>
    file.replace(project.root, "ROOT"),
  );
}

describe("paths with spaces, umlauts and other letters", () => {
  const file = "mit leerzeichen/größe, ß & 世界.go";

  test("can be named", async () => {
    expect(await files([file])).toEqual([file]);
    expect(await files(["mit leerzeichen"])).toEqual([file]);
    expect(await files(["./mit leerzeichen/..."])).toEqual([file]);
  });

  test("are URIs in SARIF", async () => {
    const { stdout } = await project.run([file, "--format", "sarif"]);
    const [result] = JSON.parse(stdout).runs[0].results;
    expect(decodeURIComponent(result.locations[0].physicalLocation.artifactLocation.uri)).toBe(file);
  });

  test("show their code", async () => {
    const { stdout } = await project.run([file]);
    expect(stdout).toContain('f, _ := os.Open("x")');
  });
});

describe("where leakcheck runs", () => {
  test.each<[folder: string, args: readonly string[], expected: readonly string[]]>([
    ["", [], ["a.go", "mit leerzeichen/größe, ß & 世界.go", "sub/b.go"]],
    ["", ["./..."], ["a.go", "mit leerzeichen/größe, ß & 世界.go", "sub/b.go"]],
    ["", ["sub/..."], ["sub/b.go"]],
    ["", ["sub\\b.go"], ["sub/b.go"]],
    ["", ["nested"], ["nested/n.go"]],
    ["sub", [], ["b.go"]],
    ["sub", ["b.go"], ["b.go"]],
    ["sub", ["../a.go"], ["ROOT/a.go"]],
    ["sub", ["../sub/b.go"], ["b.go"]],
  ])("in %j, %j", async (folder, args, expected) => {
    expect(await files(args, folder)).toEqual(expected);
  });

  test("an absolute path is shown as the relative one", async () => {
    expect(await files([project.path("sub/b.go")])).toEqual(["sub/b.go"]);
  });
});
