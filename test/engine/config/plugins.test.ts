import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

const meta = (fields: object) =>
  JSON.stringify({
    name: "leaky",
    summary: "It leaks",
    category: "growth",
    preset: "recommended",
    severity: "warning",
    precision: "low",
    cwe: ["CWE-401"],
    since: "1.0.0",
    status: "preview",
    messages: { leaked: "it leaks" },
    fix: "none",
    ...fields,
  });

const rule = (fields: object = {}) => `{ meta: ${meta(fields)}, create: () => ({}) }`;
const plugin = (rules: string, name = "acme") => `export default { name: "${name}", rules: ${rules} };`;

describe("plugins", () => {
  test.each([
    ["a list", plugin(`[${rule({ aliases: ["dripping"] })}]`)],
    ["a map", plugin(`{ leaky: ${rule({ aliases: ["dripping"] })} }`)],
  ])("bring rules under their name, from %s", async (_, text) => {
    const repository = workspace({
      ".leakcheckrc":
        "plugins: ./tools/acme.mjs\noverrides: [{ files: x.go, rules: { acme/dripping: off } }]",
      "tools/acme.mjs": text,
    });
    expect(await repository.levels("a.go")).toMatchObject({ "acme/leaky": "warning" });
    expect(await repository.levels("x.go")).toMatchObject({ "acme/leaky": "off" });
    const enabled = (await repository.resolve()).enabledRules(repository.path("a.go"));
    expect(enabled.find(({ name }) => name === "acme/leaky")?.rule.meta.summary).toBe("It leaks");
  });

  test("have groups under the plugin's name", async () => {
    const repository = workspace({
      ".leakcheckrc": "plugins: ./acme.mjs\nrules: { acme/drips: error }",
      "acme.mjs": plugin(`[${rule({ groups: ["drips"] })}, ${rule({ name: "drip", groups: ["drips"] })}]`),
    });
    expect(await repository.levels()).toMatchObject({ "acme/leaky": "error", "acme/drip": "error" });
  });

  test("join a preset as other rules do", async () => {
    const repository = workspace({
      ".leakcheckrc": "plugins: ./acme.mjs",
      "acme.mjs": plugin(`[${rule({ preset: "strict" })}]`),
    });
    expect(await repository.levels()).toMatchObject({ "acme/leaky": "off" });
    expect(await repository.levels("a.go", { preset: "strict" })).toMatchObject({ "acme/leaky": "warning" });
  });

  test("have options, which are checked", async () => {
    const options = { limit: { type: "integer", default: 3, minimum: 1, description: "How many." } };
    const files = { "acme.mjs": plugin(`[${rule({ options })}]`) };
    const good = workspace({ ...files, ".leakcheckrc": "plugins: ./acme.mjs\nrules: { acme/leaky: error }" });
    const { rules } = (await good.resolve()).settingsFor(good.path("a.go"));
    expect(rules["acme/leaky"]).toMatchObject({ level: "error", options: { limit: 3 } });

    const bad = workspace({
      ...files,
      ".leakcheckrc":
        "plugins: ./acme.mjs\nrules:\n  acme/leaky: [error, { limit: 0, limits: 1 }]\n  acme/leeky: off\n",
    });
    expect(await bad.complaints()).toEqual([
      ".leakcheckrc:3:32: rules.acme/leaky[1].limit must be >= 1",
      '.leakcheckrc:3:35: rules.acme/leaky[1]: unknown option "limits"; did you mean "limit"?',
      '.leakcheckrc:4:3: rules: unknown rule "acme/leeky"; did you mean "acme/leaky"?',
    ]);
  });

  test("are looked for from the file that names them", async () => {
    const repository = workspace({
      "service/.leakcheckrc": "extends: ../tools/base.yaml\nrules: { acme/leaky: error, other/leaky: off }",
      "tools/base.yaml": "plugins: [leakcheck-acme, ./other.cjs]",
      "tools/other.cjs": plugin(`[${rule()}]`, "other").replace("export default", "module.exports ="),
      "tools/node_modules/leakcheck-acme/package.json": '{ "exports": { "import": "./plugin.mjs" } }',
      "tools/node_modules/leakcheck-acme/plugin.mjs": plugin(`[${rule()}]`),
    });
    expect(await repository.levels("service/a.go")).toMatchObject({
      "acme/leaky": "error",
      "other/leaky": "off",
    });
  });

  test("count once when they are named twice", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ./base.yaml\nplugins: ./acme.mjs",
      "base.yaml": "plugins: ./acme.mjs",
      "acme.mjs": plugin(`[${rule()}]`),
    });
    expect(await repository.levels()).toMatchObject({ "acme/leaky": "warning" });
  });

  test("must not share a name", async () => {
    const repository = workspace({
      ".leakcheckrc": "plugins:\n  - ./a.mjs\n  - ./b.mjs\n",
      "a.mjs": plugin("[]"),
      "b.mjs": plugin("[]"),
    });
    expect(await repository.complaints()).toEqual([
      '.leakcheckrc:3:5: plugin "./b.mjs": it is called "acme", as is a.mjs',
    ]);
  });
});

describe("what is no plugin", () => {
  test.each([
    ["throws", 'throw new Error("boom");', ["fails while loading: Error: boom"]],
    ["is cut off", "export default {", [/^fails while loading: SyntaxError/]],
    [
      "has no default export",
      "export const rules = [];",
      ["has no default export: write `export default { name, rules }`"],
    ],
    ["exports a function", "export default () => {};", ["the default export must be a map, not a function"]],
    [
      "has neither name nor rules",
      "export default {};",
      ['the default export has no "name"', 'the default export has no "rules"'],
    ],
    ["has a strange name", plugin("[]", "Acme/x"), ['name must look like "lower-case-words", not "Acme/x"']],
    ["has rules of the wrong type", plugin("5"), ["rules must be a list or a map, not 5"]],
    ["has a rule without meta", plugin("[{ create: () => ({}) }]"), ['rules[0] has no "meta"']],
    ["has a rule without create", plugin(`[{ meta: ${meta({})} }]`), ['rules[0] has no "create"']],
    [
      "has a rule that does nothing",
      plugin(`[{ meta: ${meta({})}, create: 1 }]`),
      ["rules[0].create must be a function"],
    ],
    [
      "has a rule with wrong fields",
      plugin(`[${rule({ severity: "warn", fix: undefined })}]`),
      [
        'rules[0].meta has no "fix"',
        'rules[0].meta.severity must be "info", "warning" or "error", not "warn"; did you mean "warning"?',
      ],
    ],
    [
      "has a rule under another key",
      plugin(`{ drip: ${rule()} }`),
      ['rules.drip.meta.name is "leaky": it must be the key that the rule stands under'],
    ],
    ["has a rule twice", plugin(`[${rule()}, ${rule()}]`), ['rules[1] is called "leaky", as is rules[0]']],
    [
      "has an alias that is another rule",
      plugin(`[${rule()}, ${rule({ name: "drip", aliases: ["leaky"] })}]`),
      ['rules[1] is called "leaky", as is rules[0]'],
    ],
    [
      "has a group that is another rule",
      plugin(`[${rule()}, ${rule({ name: "drip", groups: ["leaky"] })}]`),
      ['rules[1].meta.groups[0] is "leaky", which is what rules[0] is called'],
    ],
    [
      "has an option with a wrong default",
      plugin(
        `[${rule({ options: { limit: { type: "integer", default: "3", description: "How many." } } })}]`,
      ),
      ['rules[0].meta.options.limit.default must be a whole number, not "3"'],
    ],
    [
      "has an option without a default",
      plugin(`[${rule({ options: { limit: { type: "integer", description: "How many." } } })}]`),
      ['rules[0].meta.options.limit has no "default"'],
    ],
  ])("one that %s", async (_, text, faults) => {
    const repository = workspace({
      // The complaint about the plugin says it all: what it would have brought is not called unknown.
      ".leakcheckrc": "plugins: [./acme.mjs]\nrules: { acme/leaky: error }",
      "acme.mjs": text,
    });
    const prefix = '.leakcheckrc:1:11: plugin "./acme.mjs": ';
    const complaints = await repository.complaints();
    expect(complaints.map((complaint) => complaint.slice(0, prefix.length))).toEqual(
      faults.map(() => prefix),
    );
    expect(complaints.map((complaint) => complaint.slice(prefix.length))).toEqual(
      faults.map((fault) => (typeof fault === "string" ? fault : expect.stringMatching(fault))),
    );
  });

  test.each([
    ["./missing.js", "there is no such file"],
    ["leakcheck-acme", "it is not installed: npm install --save-dev leakcheck-acme"],
  ])("%s is not there", async (name, fault) => {
    expect(await workspace({ ".leakcheckrc": `plugins: ${name}` }).complaints()).toEqual([
      `.leakcheckrc:1:10: plugin "${name}": ${fault}`,
    ]);
  });
});
