import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkRule } from "../../src/testing/index.js";
import type { RuleCheck } from "../../src/testing/index.js";

const script = fileURLToPath(new URL("../../scripts/new-rule.mjs", import.meta.url));

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "leakcheck-new-rule-"));
  mkdirSync(join(root, "rules"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function newRule(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args, "--root", root], { encoding: "utf8" });
}

describe("new-rule", () => {
  test("writes a rule, its documentation, a fixture and the registry", () => {
    const { status, stdout } = newRule("unclosed-socket");
    expect(status).toBe(0);
    expect(stdout.split("\n").filter(Boolean)).toEqual([
      "wrote rules/unclosed-socket/rule.ts",
      "wrote rules/unclosed-socket/rule.md",
      "wrote rules/unclosed-socket/testdata/go1.22/basic/basic.go",
      "wrote rules/index.ts",
    ]);
    const docs = readFileSync(join(root, "rules", "unclosed-socket", "rule.md"), "utf8");
    expect(docs).toMatch(/^# unclosed-socket\n/);
  });

  test("keeps the registry sorted and complete", () => {
    newRule("unclosed-socket");
    newRule("growing-list");
    const registry = readFileSync(join(root, "rules", "index.ts"), "utf8");
    expect(registry).toContain(
      'import growingList from "./growing-list/rule.js";\nimport unclosedSocket from',
    );
    expect(registry).toContain("[\n  growingList,\n  unclosedSocket,\n]");
  });

  test("writes a rule that agrees with its fixture", async () => {
    newRule("unclosed-socket");
    const folder = pathToFileURL(join(root, "rules", "unclosed-socket", "/"));
    const { default: rule } = (await import(new URL("rule.ts", folder).href)) as {
      default: RuleCheck["rule"];
    };
    expect(rule.meta.name).toBe("unclosed-socket");
    await checkRule({ rule, testdata: new URL("testdata/", folder) });
  });

  test.each([
    ["socket", "is no name for a rule"],
    ["Unclosed-Socket", "is no name for a rule"],
    ["unclosed_socket", "is no name for a rule"],
    ["unclosed--socket", "is no name for a rule"],
    ["../unclosed-socket", "is no name for a rule"],
    ["", "is no name for a rule"],
  ])("refuses the name %j", (name, complaint) => {
    const { status, stderr } = newRule(name);
    expect(status).toBe(2);
    expect(stderr).toContain(complaint);
    expect(readdirSync(join(root, "rules"))).toEqual([]);
  });

  test("refuses a name that is taken and leaves the rule alone", () => {
    newRule("unclosed-socket");
    rmSync(join(root, "rules", "unclosed-socket", "rule.md"));
    const { status, stderr } = newRule("unclosed-socket");
    expect(status).toBe(2);
    expect(stderr).toBe('there is a rule "unclosed-socket" already\n');
    expect(existsSync(join(root, "rules", "unclosed-socket", "rule.md"))).toBe(false);
  });

  test.each([[[]], [["a-b", "c-d"]], [["--nonsense", "a-b"]]])(
    "explains itself when called with %j",
    (args) => {
      const { status, stderr } = newRule(...args);
      expect(status).toBe(2);
      expect(stderr).not.toBe("");
      expect(readdirSync(join(root, "rules"))).toEqual([]);
    },
  );
});
