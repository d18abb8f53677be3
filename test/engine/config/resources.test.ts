import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

/** What rules learn of the resources of a config, each by its name. */
async function resources(files: Readonly<Record<string, string>>) {
  const config = await workspace(files).resolve();
  return Object.fromEntries(config.resources.map((facts) => [facts.noun, facts]));
}

/** A config with one resource, given by a line of YAML for each of its keys. */
function resource(...lines: readonly string[]): string {
  return `resources:\n  - ${lines.join("\n    ")}\n`;
}

const named = "name: lease";
const acquired = "acquire: example.com/db.Open";
const released = "release: Close";

describe("resources", () => {
  test("are none without a config", async () => {
    expect(await resources({})).toEqual({});
    expect(await resources({ ".leakcheckrc": "resources: []" })).toEqual({});
  });

  test("are told to rules", async () => {
    const config = resource(
      named,
      "acquire: [example.com/db.Open, example.com/db.(*Pool).Get]",
      "release: [Close, example.com/db.Release]",
      "takes: example.com/db.Adopt",
      "borrows: [example.com/db.Peek, example.com/db.(Source).Look]",
    );
    expect(await resources({ ".leakcheckrc": config })).toEqual({
      lease: {
        noun: "lease",
        acquire: { "example.com/db.Open": [0], "example.com/db.(*Pool).Get": [0] },
        release: { methods: ["Close"], functions: ["example.com/db.Release"], call: false },
        takers: ["example.com/db.Adopt"],
        borrowers: ["example.com/db.Peek", "example.com/db.(Source).Look"],
      },
    });
  });

  test.each([
    ["db.Open", { "db.Open": [0] }],
    ["C.arena_new", { "C.arena_new": [0] }],
    ["gopkg.in/db.v3.Open", { "gopkg.in/db.v3.Open": [0] }],
    ["example.com/db.(Source).Get", { "example.com/db.(Source).Get": [0] }],
    ["example.com/db.Pair#1", { "example.com/db.Pair": [1] }],
    ["[example.com/db.Pair, example.com/db.Pair#1]", { "example.com/db.Pair": [0, 1] }],
    ["example.com/db.(*Pool).Reset#receiver", { "example.com/db.(*Pool).Reset": ["receiver"] }],
    ["example.com/db.Begin#argument 1", { "example.com/db.Begin": ["argument 1"] }],
  ])("acquire: %s", async (acquire, places) => {
    const { lease } = await resources({
      ".leakcheckrc": resource(named, `acquire: ${acquire}`, released),
    });
    expect(lease?.acquire).toEqual(places);
  });

  test.each([
    ["Close", { methods: ["Close"] }],
    ["free", { methods: ["free"] }],
    ["Body.Close", { methods: ["Body.Close"] }],
    ["[Commit, Rollback]", { methods: ["Commit", "Rollback"] }],
    ["example.com/db.Release", { functions: ["example.com/db.Release"] }],
    ["example.com/db.(*Pool).Put", { functions: ["example.com/db.(*Pool).Put"] }],
    ["db.Release", { functions: ["db.Release"] }],
    ["C.free", { functions: ["C.free"] }],
    ["()", { call: true }],
  ])("release: %s", async (release, ways) => {
    const { lease } = await resources({
      ".leakcheckrc": resource(named, acquired, `release: ${release}`),
    });
    expect(lease?.release).toEqual({ methods: [], functions: [], call: false, ...ways });
  });

  test("of a config that is extended count, and can be declared anew", async () => {
    const found = await resources({
      ".leakcheckrc": `extends: ./base.yaml\n${resource(named, acquired, "release: Free")}`,
      "base.yaml": `${resource(named, acquired, released)}  - name: slot\n    ${acquired}\n    ${released}\n`,
    });
    expect(Object.keys(found)).toEqual(["lease", "slot"]);
    expect(found["lease"]?.release.methods).toEqual(["Free"]);
  });

  test("are the same records for every file, by which what is known of them is remembered", async () => {
    const repository = workspace({ ".leakcheckrc": resource(named, acquired, released) });
    const resolver = repository.resolver();
    const [here, below] = [
      await resolver.resolve(repository.root),
      await resolver.resolve(repository.path("a")),
    ];
    expect(here.resources).toHaveLength(1);
    expect(here.resources[0]).toBe(below.resources[0]);
  });
});

const functions = '"example.com/db.Open" or "example.com/db.(*Pool).Get"';
const places = '"example.com/db.Open", "example.com/db.(*Pool).Get" or "example.com/db.Pair#1"';
const ways = '"Close", "Body.Close", "example.com/db.Release" or "()"';

describe("what is wrong with resources is told with its place", () => {
  test.each<[config: string, complaints: readonly string[]]>([
    ["resources: { name: lease }", ["1:12: resources must be a list, not a map"]],
    ["resources: [lease]", ['1:13: resources[0] must be a map, not "lease"']],
    [resource(named, acquired), ['2:5: resources[0] has no "release"']],
    [resource(named), ['2:5: resources[0] has no "acquire"', '2:5: resources[0] has no "release"']],
    [
      resource(named, "aquire: example.com/db.Open", acquired, released),
      ['3:5: resources[0]: unknown key "aquire"; did you mean "acquire"?'],
    ],
    [
      resource(named, acquired, released, "borrow: example.com/db.Peek"),
      ['5:5: resources[0]: unknown key "borrow"; did you mean "borrows"?'],
    ],
    [resource("name: ''", acquired, released), ['2:11: resources[0].name must look like "lease", not ""']],
    [
      resource("name: 5", acquired, released),
      ["2:11: resources[0].name must be a string, not 5: put it into quotes"],
    ],
    [resource(named, "acquire: []", released), ["3:14: resources[0].acquire must not be empty"]],
    [resource(named, acquired, "release: []"), ["4:14: resources[0].release must not be empty"]],
    [
      resource(named, "acquire: Open", released),
      [`3:14: resources[0].acquire must look like ${places}, not "Open"`],
    ],
    [
      resource(named, "acquire: [example.com/db.Open, example.com/db.Pool.Get]", released),
      [`3:36: resources[0].acquire[1] must look like ${places}, not "example.com/db.Pool.Get"`],
    ],
    [
      resource(named, "acquire: ./db.Open", released),
      [`3:14: resources[0].acquire must look like ${places}, not "./db.Open"`],
    ],
    [
      resource(named, "acquire: example.com/db.Pair#second", released),
      [`3:14: resources[0].acquire must look like ${places}, not "example.com/db.Pair#second"`],
    ],
    [
      resource(named, acquired, "release: Close()"),
      [`4:14: resources[0].release must look like ${ways}, not "Close()"`],
    ],
    [
      resource(named, acquired, "release: example.com/db.Pool.Put"),
      [`4:14: resources[0].release must look like ${ways}, not "example.com/db.Pool.Put"`],
    ],
    [
      resource(named, acquired, released, "takes: Adopt"),
      [`5:12: resources[0].takes must look like ${functions}, not "Adopt"`],
    ],
    [
      resource(named, acquired, released, "borrows: [example.com/db.Peek#1]"),
      [`5:15: resources[0].borrows[0] must look like ${functions}, not "example.com/db.Peek#1"`],
    ],
    [
      `${resource(named, acquired, released)}  - name: lease\n    ${acquired}\n    ${released}\n`,
      ['5:11: resources[1].name must be a name of its own: resources[0] is called "lease", too'],
    ],
  ])("%j", async (config, complaints) => {
    expect(await workspace({ ".leakcheckrc": config }).complaints()).toEqual(
      complaints.map((complaint) => `.leakcheckrc:${complaint}`),
    );
  });

  test("in a part of the config that applies to some files only", async () => {
    const config = `overrides:\n  - files: a.go\n    resources: []\n`;
    expect(await workspace({ ".leakcheckrc": config }).complaints()).toEqual([
      '.leakcheckrc:3:5: overrides[0]: unknown key "resources"',
    ]);
  });
});
