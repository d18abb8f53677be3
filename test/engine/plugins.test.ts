import { symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Diagnostic, Notice, RuleDescription } from "../../src/index.js";
import { GoProject, unclosed } from "../cli/go-project.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A plugin as its author writes it, against the installed package. */
const plugin = `import { defineRule, enclosingFunction } from "leakcheck/rule";

const meta = {
  summary: "Call that the team has given up",
  category: "resource",
  preset: "recommended",
  severity: "warning",
  precision: "high",
  cwe: [],
  since: "1.0.0",
  status: "stable",
  fix: "none",
};

const forbiddenCall = defineRule({
  meta: {
    ...meta,
    name: "forbidden-call",
    aliases: ["no-call"],
    options: { names: { type: "array", items: { type: "string" }, default: ["os.Open"], description: "Full names." } },
    messages: { found: "{{name}} is forbidden in {{function}}" },
    advice: { found: "Call something else." },
  },
  create: ({ semantics, options, report }) => ({
    call_expression(call) {
      const callee = semantics.callee(call);
      if (callee?.kind !== "imported" || !options.names.includes(callee.name)) return;
      const around = enclosingFunction(call);
      const name = around?.kind === "function_declaration" ? around.name.text : "";
      report({
        at: call,
        messageId: "found",
        data: { name: callee.name, function: name },
        path: [{ at: call, message: "called here" }],
      });
    },
  }),
});

const brokenCreate = defineRule({
  meta: { ...meta, name: "broken-create", messages: {} },
  create() {
    throw new Error("create is out of order");
  },
});

const brokenVisitor = defineRule({
  meta: { ...meta, name: "broken-visitor", messages: {} },
  create: () => ({
    call_expression() {
      throw new TypeError("visitor is out of order");
    },
  }),
});

export default { name: "team", rules: { [forbiddenCall.meta.name]: forbiddenCall, "broken-create": brokenCreate, "broken-visitor": brokenVisitor } };
`;

interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  readonly rules: readonly RuleDescription[];
}

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "a.go": unclosed,
    "b.go": unclosed.replace("size", "other"),
    "plugin.mjs": plugin,
  });
  project.write("node_modules/.keep", "");
  // A junction is what Windows lets everybody make; elsewhere it is a link like any other.
  symlinkSync(root, project.path("node_modules/leakcheck"), "junction");
});

afterAll(() => project.remove());

async function lint(
  config: string,
  ...args: readonly string[]
): Promise<Report & { readonly exitCode: number | null; readonly stderr: string }> {
  project.write(".leakcheckrc", config);
  const { exitCode, stdout, stderr } = await project.spawn(["--format", "json", ...args]);
  return { exitCode, stderr, ...(JSON.parse(stdout) as Report) };
}

const onlyForbidden =
  "plugins: ./plugin.mjs\nrules:\n  team/broken-create: off\n  team/broken-visitor: off\n";

describe("a plugin in a file of the project", () => {
  test("brings rules that report", async () => {
    const { exitCode, diagnostics, notices, rules } = await lint(
      onlyForbidden,
      "--only",
      "team/forbidden-call",
    );
    expect(exitCode).toBe(1);
    expect(notices).toEqual([]);
    expect(rules).toMatchObject([{ name: "team/forbidden-call", aliases: ["team/no-call"], help: "" }]);
    expect(diagnostics).toMatchObject([
      {
        rule: "team/forbidden-call",
        severity: "warning",
        message: "os.Open is forbidden in size",
        advice: "Call something else.",
        location: { file: "a.go", from: { line: 6, column: 10 } },
        path: [{ message: "called here" }],
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
      { message: "os.Open is forbidden in other", location: { file: "b.go" } },
    ]);
  });

  test("takes levels and options from the configuration, by name and alias", async () => {
    const config = `${onlyForbidden}  team/no-call: [info, { names: [os.Remove] }]\n`;
    expect((await lint(config)).diagnostics.map(({ rule }) => rule)).toEqual([
      "unclosed-file",
      "unclosed-file",
    ]);
    const changed = await lint(config.replace("os.Remove", "os.Open"), "--skip", "unclosed-file");
    expect(changed.diagnostics.map(({ severity }) => severity)).toEqual(["info", "info"]);
    expect(changed.exitCode).toBe(0);
  });

  test("is silenced like any other", async () => {
    project.write(
      "a.go",
      unclosed.replace('"x")', '"x") //leakcheck:ignore team/forbidden-call,unclosed-file old'),
    );
    const { diagnostics } = await lint(onlyForbidden);
    project.write("a.go", unclosed);
    expect(diagnostics.map(({ location, rule }) => `${location.file} ${rule}`).toSorted()).toEqual([
      "b.go team/forbidden-call",
      "b.go unclosed-file",
    ]);
  });

  test("that crashes is named, and everything else is reported", async () => {
    const { exitCode, diagnostics, notices, stderr } = await lint("plugins: ./plugin.mjs\n");
    expect(exitCode).toBe(2);
    const rules = new Set(diagnostics.map(({ rule }) => rule));
    expect([...rules].toSorted()).toEqual(["team/forbidden-call", "unclosed-file"]);
    expect(diagnostics).toHaveLength(4);
    expect(notices.map(({ kind, file, rule, message }) => `${kind} ${file} ${rule}: ${message}`)).toEqual(
      ["a.go", "b.go"].flatMap((file) => [
        `internal-error ${file} team/broken-create: rule team/broken-create crashed: create is out of order`,
        `internal-error ${file} team/broken-visitor: rule team/broken-visitor crashed: visitor is out of order`,
      ]),
    );
    expect(stderr).toContain(
      "leakcheck: a.go: rule team/broken-create crashed: create is out of order\nError: ",
    );
  });

  test("shows its crash in text too", async () => {
    project.write(".leakcheckrc", "plugins: ./plugin.mjs\n");
    const { exitCode, stdout, stderr } = await project.spawn([]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(stdout).toContain("Internal errors: defects of leakcheck or of a plugin");
    expect(stdout).toContain("rule team/broken-visitor crashed: visitor is out of order");
    expect(stdout).toContain("plugin.mjs:");
  });
});
