import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

const complaintsAbout = (text: string, name = ".leakcheckrc") => workspace({ [name]: text }).complaints();

describe("what is not YAML", () => {
  test.each([
    [
      "a tab for indentation",
      "rules:\n\tunclosed-file: off\n",
      "2:1: syntax error: Tabs are not allowed as indentation",
    ],
    ["an open list", "ignores: [a,\n", /^\.leakcheckrc:2:1: syntax error: Flow sequence/],
    ["an open string", 'go: "1.22\ntests: true', /^\.leakcheckrc:2:12: syntax error: Missing closing "quote/],
    ["a key twice", "tests: true\ntests: false\n", "2:1: this key is there twice"],
    [
      "a second document",
      "tests: true\n---\ntests: false\n",
      "2:1: a second document begins here: a config is one document",
    ],
    ["a tag", "tests: !maybe true\n", "1:8: syntax error: Unresolved tag: !maybe"],
    ["an alias without its anchor", "rules: *base\n", "1:8: *base has no anchor &base above it"],
    ["a key that is a list", "? [a]\n: b\n", "1:3: a key must be a string"],
    [
      "an escape of Windows paths",
      'extends: "C:\\Users"',
      /^\.leakcheckrc:1:13: syntax error: Invalid escape sequence/,
    ],
  ])("%s", async (_, text, complaint) => {
    const complaints = await complaintsAbout(text);
    expect(complaints).toEqual([
      typeof complaint === "string" ? `.leakcheckrc:${complaint}` : expect.stringMatching(complaint),
    ]);
  });

  test("every syntax error is told", async () => {
    expect(await complaintsAbout("go: *a\nignores: *b\n")).toEqual([
      ".leakcheckrc:1:5: *a has no anchor &a above it",
      ".leakcheckrc:2:10: *b has no anchor &b above it",
    ]);
  });

  test.each(["utf16le", "latin1"] as const)("text in %s", async (encoding) => {
    const repository = workspace({});
    repository.write(".leakcheckrc", Buffer.from("ignores: café/", encoding));
    expect(await repository.complaints()).toEqual([
      ".leakcheckrc: is not UTF-8 text: save it in that encoding",
    ]);
  });

  test("aliases that would fill the memory", async () => {
    const lists = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i},`.repeat(9)}]`);
    const [complaint] = await complaintsAbout(["x0: &x0 [lol]", ...lists].join("\n"));
    expect(complaint).toMatch(/Excessive alias count/);
  });

  test("a list that holds itself", async () => {
    expect(await complaintsAbout("ignores: &all [*all]")).toEqual([
      ".leakcheckrc:1:16: ignores[0] must be a string, not a list",
    ]);
  });
});

describe("what is not JSON", () => {
  test.each([
    ["a bare word", '{"tests": tru}', "1:11: tru is not JSON"],
    ["a comment", '{\n  // all\n  "tests": true}', '2:3: // all "tests" is not JSON'],
    ["a comma too many", '{"tests": true,}', /^\.leakcheckrc\.json:1:16: not JSON: /],
    ["single quotes", "{'tests': true}", "1:2: tests is not JSON"],
    ["YAML", "tests: true", "1:1: tests is not JSON"],
    ["an open brace", '{"tests": true', /^\.leakcheckrc\.json:1:15: syntax error: Flow map/],
    ["a key twice", '{"tests": true,\n "tests": true}', "2:2: this key is there twice"],
  ])("%s", async (_, text, complaint) => {
    const complaints = await complaintsAbout(text, ".leakcheckrc.json");
    expect(complaints).toEqual([
      typeof complaint === "string" ? `.leakcheckrc.json:${complaint}` : expect.stringMatching(complaint),
    ]);
  });

  test("indentation by tabs is JSON", async () => {
    const repository = workspace({
      ".leakcheckrc.json": '{\n\t"rules": {\n\t\t"unclosed-file": "off"\n\t}\n}',
    });
    expect(await repository.levels()).toMatchObject({ "unclosed-file": "off" });
  });
});

describe("files with nothing in them", () => {
  test.each([
    ["empty", ""],
    ["blank", " \n\n"],
    ["only comments", "# rules:\n#   unclosed-file: off\n"],
    ["only a byte order mark", "\uFEFF"],
    ["an empty map", "{}"],
  ])("%s: everything is as without a config, but the search ends here", async (_, text) => {
    const repository = workspace({ ".leakcheckrc": "tests: true", "a/.leakcheckrc": text });
    const config = await repository.resolve("a");
    expect(config.files).toEqual([repository.path("a/.leakcheckrc")]);
    expect(config.settingsFor(repository.path("a/a.go")).tests).toEqual({
      value: false,
      source: { kind: "default" },
    });
  });
});

describe("what has the wrong shape", () => {
  test.each([
    ["- a\n", "1:1: the config must be a map, not a list"],
    ["hello", '1:1: the config must be a map, not "hello"'],
    ["rules:\n", "1:7: rules must be a map, not empty"],
    ["rules: [unclosed-file]", "1:8: rules must be a map, not a list"],
    ["tests: yes", '1:8: tests must be true or false, not "yes"'],
    ["go: 1.22", "1:5: go must be a string, not 1.22: put it into quotes"],
    ["go: latest", '1:5: go must look like "1.22", not "latest"'],
    ["maxFileSize: big", '1:14: maxFileSize must look like "4MB", not "big"'],
    ["maxFileSize: 0", "1:14: maxFileSize must be >= 1"],
    ["maxFileSize: 0MB", '1:14: maxFileSize must look like "4MB", not "0MB"'],
    ["maxFileSize: 1.5", "1:14: maxFileSize must be a whole number or a string, not 1.5"],
    ["ignores: 5", "1:10: ignores must be a string or a list, not 5"],
    ["ignores: [a, 5]", "1:14: ignores[1] must be a string, not 5: put it into quotes"],
    ["extends: ['']", "1:11: extends[0] must not be empty"],
    ["build: { tags: 'a,b' }", '1:16: build.tags must look like "integration", not "a,b"'],
    ["overrides: { files: x }", "1:12: overrides must be a list, not a map"],
    ["overrides: [{ tests: true }]", '1:13: overrides[0] has no "files"'],
    [
      "overrides: [{ files: ../x }]",
      '1:22: overrides[0].files must look like "cmd/**" or "*_test.go", not "../x"',
    ],
    ["rules: { unclosed-file: [] }", "1:25: rules.unclosed-file must not be empty"],
    [
      "rules: { unclosed-file: [error, {}, 3] }",
      "1:25: rules.unclosed-file must have no more than 2 entries",
    ],
    [
      "rules: { unclosed-file: true }",
      '1:25: rules.unclosed-file must be "off", "info", "warning" or "error", not true',
    ],
    [
      "rules: { missing-defer-close: [error] }",
      '1:31: rules.missing-defer-close must be "off", "info", "warning" or "error", not a list',
    ],
  ])("%s", async (text, complaint) => {
    expect(await complaintsAbout(text)).toEqual([`.leakcheckrc:${complaint}`]);
  });
});

describe("what is not known", () => {
  test.each([
    ["ruels: {}", '1:1: unknown key "ruels"; did you mean "rules"?'],
    ["banana: 1", '1:1: unknown key "banana"'],
    ["$import: ./base.yaml", '1:1: unknown key "$import"; use "extends"'],
    ["preset: strict", '1:1: unknown key "preset"; use "extends"'],
    ["overrides: [{ file: x, files: y }]", '1:15: overrides[0]: unknown key "file"; did you mean "files"?'],
    ["build: { tag: x }", '1:10: build: unknown key "tag"; did you mean "tags"?'],
    [
      "rules: { unclosed-fiel: off }",
      '1:10: rules: unknown rule "unclosed-fiel"; did you mean "unclosed-file"?',
    ],
    ["rules: { acme/x: off }", '1:10: rules: unknown rule "acme/x"; no plugin "acme" is loaded'],
    [
      "rules: { unclosed-file: warn }",
      '1:25: rules.unclosed-file must be "off", "info", "warning" or "error", not "warn"; did you mean "warning"?',
    ],
    ["rules: { __proto__: off }", '1:10: rules: unknown rule "__proto__"'],
    ["constructor: off", '1:1: unknown key "constructor"'],
  ])("%s", async (text, complaint) => {
    expect(await complaintsAbout(text)).toEqual([`.leakcheckrc:${complaint}`]);
  });
});

describe("options of rules", () => {
  test.each([
    ["{ limti: 3 }", '35: rules.growing-global[1]: unknown option "limti"; did you mean "limit"?'],
    ["{ limit: many }", '42: rules.growing-global[1].limit must be a whole number, not "many"'],
    ["{ limit: 0 }", "42: rules.growing-global[1].limit must be >= 1"],
    ["{ names: cache }", '42: rules.growing-global[1].names must be a list, not "cache"'],
    ["{ names: [7] }", "43: rules.growing-global[1].names[0] must be a string, not 7: put it into quotes"],
    [
      "{ mode: exactly }",
      '41: rules.growing-global[1].mode must be "exact" or "loose", not "exactly"; did you mean "exact"?',
    ],
    ["loose", '33: rules.growing-global[1] must be a map, not "loose"'],
  ])("%s", async (options, complaint) => {
    expect(await complaintsAbout(`rules: { growing-global: [info, ${options}] }`)).toEqual([
      `.leakcheckrc:1:${complaint}`,
    ]);
  });

  test("a rule without options has none", async () => {
    expect(await complaintsAbout("rules: { unclosed-file: [info, { limit: 3 }] }")).toEqual([
      '.leakcheckrc:1:34: rules.unclosed-file[1]: unknown option "limit"',
    ]);
  });
});

test("everything that is wrong in a file is told at once, from top to bottom, with its place", async () => {
  const text = [
    "ruels: {}",
    "extends: [./missing.yaml]",
    "rules:",
    "  unclosed-fiel: error",
    "  endless-goroutine: off",
    "  goroutine-without-ctx: error",
    "plugins: ./missing.js",
    "tests: maybe",
  ].join("\r\n");
  expect(await workspace({ ".leakcheckrc": `\uFEFF${text}` }).problems()).toEqual([
    { file: ".leakcheckrc", line: 1, column: 1, message: 'unknown key "ruels"; did you mean "rules"?' },
    {
      file: ".leakcheckrc",
      line: 2,
      column: 11,
      message: "cannot extend ./missing.yaml: there is no such file",
    },
    {
      file: ".leakcheckrc",
      line: 4,
      column: 3,
      message: 'rules: unknown rule "unclosed-fiel"; did you mean "unclosed-file"?',
    },
    {
      file: ".leakcheckrc",
      line: 6,
      column: 3,
      message: 'rules: "goroutine-without-ctx" is the same rule as "endless-goroutine", which is set above',
    },
    { file: ".leakcheckrc", line: 7, column: 10, message: 'plugin "./missing.js": there is no such file' },
    { file: ".leakcheckrc", line: 8, column: 8, message: 'tests must be true or false, not "maybe"' },
  ]);
});

describe("configs written in JavaScript", () => {
  test.each([
    ['throw new TypeError("boom\\nbang")', "fails while loading: TypeError: boom bang"],
    ['throw "boom"', "fails while loading: boom"],
    ["export default {", /fails while loading: SyntaxError: /],
    ['import "no-such-package";', /fails while loading: .*no-such-package/],
    ["export const rules = {};", "has no default export: write `export default { … }`"],
    ["export default () => ({});", "the config must be a map, not a function"],
    ["export default null;", "the config must be a map, not empty"],
    [
      'export default { overrides: [{ files: "x", tests: 1 }] };',
      "overrides[0].tests must be true or false, not 1",
    ],
    ["export default { ruels: {} };", 'unknown key "ruels"; did you mean "rules"?'],
  ])("%s", async (text, complaint) => {
    expect(await complaintsAbout(text, "leakcheck.config.mjs")).toEqual([
      typeof complaint === "string" ? `leakcheck.config.mjs: ${complaint}` : expect.stringMatching(complaint),
    ]);
  });
});
