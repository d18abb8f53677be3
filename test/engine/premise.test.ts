import { describe, expect, test } from "@jest/globals";
import type { GoPremise } from "../../src/rule/index.js";
import { versionRule } from "./leak-rules.js";
import { lintMemory } from "./lint-memory.js";

/** What a rule with a premise finds in a module; `goMod` undefined: outside of any. */
async function findings(premise: GoPremise, goMod: string | undefined, go?: string) {
  const files = {
    "/x/a.go": "package x\n\nfunc f() { open() }\n",
    ...(goMod === undefined ? {} : { "/x/go.mod": `module example.com/x\n\n${goMod}\n` }),
  };
  const flags = go === undefined ? {} : { go };
  const { diagnostics } = await lintMemory(
    { files },
    { workingDirectory: "/x", rules: [versionRule(premise)], flags },
  );
  return diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
}

const finding = ["error: open leaks"];
const until = { until: "1.23", restoredBy: "asynctimerchan=1" };

describe("a rule that holds for some Go versions", () => {
  test.each<[premise: GoPremise, goMod: string, expected: readonly string[]]>([
    [{ until: "1.23" }, "go 1.22", finding],
    [{ until: "1.23" }, "go 1.22.9", finding],
    [{ until: "1.23" }, "go 1.23", []],
    [{ until: "1.23" }, "go 1.23rc1", []],
    [{ until: "1.23" }, "go 1.24.1", []],
    [{ until: "1.23" }, "", finding],
    [{ from: "1.21" }, "go 1.20", []],
    [{ from: "1.21" }, "go 1.21", finding],
    [{ from: "1.21", until: "1.23" }, "go 1.22", finding],
    [{ from: "1.21", until: "1.23" }, "go 1.23", []],
    [until, "go 1.24\n\ngodebug asynctimerchan=1", finding],
    [until, "go 1.24\n\ngodebug asynctimerchan=0", []],
  ])("%j speaks under %j as it should", async (premise, goMod, expected) => {
    expect(await findings(premise, goMod)).toEqual(expected);
  });

  test.each<[premise: GoPremise, condition: string]>([
    [{ until: "1.23" }, "if built as go < 1.23"],
    [{ from: "1.21" }, "if built as go ≥ 1.21"],
    [{ from: "1.21", until: "1.23" }, "if built as go ≥ 1.21 and go < 1.23"],
  ])("%j gives a hint outside of any module", async (premise, condition) => {
    expect(await findings(premise, undefined)).toEqual([`info: open leaks (${condition})`]);
  });

  test("heeds the version that the user names", async () => {
    expect(await findings({ until: "1.23" }, undefined, "1.22")).toEqual(finding);
    expect(await findings({ until: "1.23" }, undefined, "1.23")).toEqual([]);
    expect(await findings({ until: "1.23" }, "go 1.22", "1.23")).toEqual([]);
    expect(await findings({ until: "1.23" }, "go 1.23", "1.22")).toEqual(finding);
  });
});
