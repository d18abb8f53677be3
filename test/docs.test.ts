import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { rules } from "../rules/index.js";
import { ConfigResolver } from "../src/engine/config/index.js";
import type { ResourceFacts } from "../src/rule/index.js";
import { runRule } from "../src/testing/index.js";
import { workspace } from "./engine/config/workspace.js";

const headings = [
  "What it does",
  "Why it leaks",
  "Incorrect",
  "Correct",
  "How it decides and what it cannot see",
  "Options",
  "When not to use it",
  "Evidence at run time",
  "References",
];

/** Version of the Go blocks that do not name one, as in "```go go1.23". */
const usualVersion = "1.22";

interface GoBlock {
  readonly section: string;
  readonly go: string;
  readonly text: string;
}

interface Docs {
  readonly title: string;
  /** The configuration that is in force in the examples: the first block of YAML. */
  readonly config: string | undefined;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly blocks: readonly GoBlock[];
}

function readDocs(name: string): Docs {
  const text = readFileSync(new URL(`../rules/${name}/rule.md`, import.meta.url), "utf8");
  const [title = "", ...parts] = text.split(/^## /m);
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { heading: part.slice(0, end), text: part.slice(end).trim() };
  });
  const blocks = sections.flatMap((section) =>
    [...section.text.matchAll(/^```go(?: go([\d.]+))?\n(.*?)^```$/gms)].map(([, go, code]) => ({
      section: section.heading,
      go: go ?? usualVersion,
      text: code ?? "",
    })),
  );
  const [, config] = /^```yaml\n(.*?)^```$/ms.exec(text) ?? [];
  return { title: title.trim(), config, sections, blocks };
}

/** The resources that a config declares. */
async function resourcesOf(config: string | undefined): Promise<readonly ResourceFacts[]> {
  if (config === undefined) return [];
  const repository = workspace({ ".leakcheckrc": config });
  return (await new ConfigResolver(rules).resolve(repository.root)).resources;
}

/** The names of the rules that find something in a block, each once. */
async function findingRules({ text, go }: GoBlock, config: string | undefined): Promise<readonly string[]> {
  const resources = await resourcesOf(config);
  const found = rules.map(async (rule) => {
    const run = { files: { "example.go": text }, go, resources, companions: rules };
    const findings = await runRule(rule, run);
    return findings.length > 0 ? [rule.meta.name] : [];
  });
  return (await Promise.all(found)).flat();
}

describe.each(rules.map(({ meta }) => meta))("rules/$name/rule.md", ({ name, options = {} }) => {
  const { title, config, sections, blocks } = readDocs(name);
  const blocksOf = (section: string): readonly GoBlock[] =>
    blocks.filter((block) => block.section === section);

  test("begins with the rule's name", () => {
    expect(title).toBe(`# ${name}`);
  });

  test("has the sections that every rule's documentation has, none of them empty", () => {
    expect(sections.map(({ heading }) => heading)).toEqual(headings);
    expect(sections.filter(({ text }) => text === "").map(({ heading }) => heading)).toEqual([]);
  });

  test("names every option, and says so when there is none", () => {
    const text = sections.find(({ heading }) => heading === "Options")?.text ?? "";
    const names = Object.keys(options);
    expect(names.filter((option) => !text.includes(`\`${option}\``))).toEqual([]);
    expect(text === "None.").toBe(names.length === 0);
  });

  test("shows incorrect and correct code, in whole files", () => {
    expect(blocksOf("Incorrect").length).toBeGreaterThan(0);
    expect(blocksOf("Correct").length).toBeGreaterThan(0);
    for (const { text } of blocks) expect(text).toMatch(/^package \w+\n/m);
  });

  test.each(blocksOf("Incorrect"))(
    "finds what is incorrect, and this rule alone does (block $#)",
    async (block) => {
      expect(await findingRules(block, config)).toEqual([name]);
    },
  );

  test.each(blocksOf("Correct"))("finds nothing in what is correct (block $#)", async (block) => {
    expect(await findingRules(block, config)).toEqual([]);
  });
});
