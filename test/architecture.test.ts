import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { readTypeScript } from "./typescript-module.js";
import type { TypeScriptModule } from "./typescript-module.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Each may import those before it. */
const layers = [
  "text",
  "syntax",
  "project",
  "knowledge",
  "semantics",
  "flow",
  "concurrency",
  "rule",
  "engine",
];

/** The folders of `src/flow`; each may import those before it. */
const flowFolders = [
  "nodes",
  "cfg",
  "calls",
  "paths",
  "values",
  "channels",
  "streams",
  "errors",
  "loops",
  "lifetime",
  "contexts",
  "memory",
  "ownership",
];

/** What lies above the layers or beside them, `index` for `src/index.ts`, with what it may import. */
const others: Readonly<Record<string, readonly string[]>> = {
  diagnostic: [],
  report: ["text", "diagnostic"],
  testing: [...layers, "diagnostic"],
  index: [...layers, "diagnostic", "report", "rules"],
  cli: [...layers, "diagnostic", "report", "rules", "index", "lsp"],
  lsp: [...layers, "diagnostic", "report", "rules", "index"],
};

/** The layers that share the model of findings. */
const reporting = new Set(["rule", "engine"]);

/** The same input gives the same output there: no files, process, console, clock, randomness or waiting. */
const pure = new Set([...layers.filter((layer) => layer !== "engine"), "diagnostic", "report", "rules"]);

/** Packages that pure layers may import; each is a pure function of its input, too. */
const packages: Readonly<Record<string, readonly string[]>> = {
  syntax: ["web-tree-sitter"],
  project: ["ignore"],
  report: ["diff", "node:zlib", "picocolors", "picocolors/types.js", "sarif"],
  rules: ["#rule"],
};

interface SourceFile extends TypeScriptModule {
  /** `src/text/edit.ts` */
  readonly path: string;
  /** Name of the folder below src, `rules`, or `index` for `src/index.ts`. */
  readonly layer: string;
  /** Layers imported from, its own left out. */
  readonly importedLayers: readonly string[];
  /** The files of the project that it imports, as `src/text/edit.js`. */
  readonly importedFiles: readonly string[];
  /** What it imports from outside the project. */
  readonly importedPackages: readonly string[];
}

const files = [...sourcesIn("src"), ...sourcesIn("rules")];

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll(sep, "/"))
    .filter((path) => path.endsWith(".ts") && !path.includes("/testdata/"))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const module = readTypeScript(readFileSync(join(root, path), "utf8"));
  const layer = layerOf(path);
  const importedFiles = module.imports
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(path), name)).replaceAll(sep, "/"));
  return {
    ...module,
    path,
    layer,
    importedFiles,
    importedLayers: importedFiles.map(layerOf).filter((other) => other !== layer),
    importedPackages: module.imports.filter((name) => !name.startsWith(".")),
  };
}

function layerOf(path: string): string {
  const [top = "", name = ""] = path.split("/");
  return top === "src" ? name.replace(/\.[jt]s$/, "") : top;
}

/** The folder of `src/flow` that a file is in: `loops` of `src/flow/loops/turn.ts`. */
function flowFolderOf(path: string): string | undefined {
  return /^src\/flow\/(\w+)\//.exec(path)?.[1];
}

function mayImport(layer: string): readonly string[] {
  const below = layers.indexOf(layer);
  if (below === -1) return others[layer] ?? [];
  return [...layers.slice(0, below), ...(reporting.has(layer) ? ["diagnostic"] : [])];
}

/** `src/flow/use.ts: process.exit` for every such name in the files of some layers. */
function offences(
  among: readonly SourceFile[],
  offendingNames: (file: SourceFile) => readonly string[],
): readonly string[] {
  return among.flatMap((file) => [...new Set(offendingNames(file))].map((name) => `${file.path}: ${name}`));
}

const pureFiles = files.filter(({ layer, path }) => pure.has(layer) && path !== "rules/index.ts");

describe("the layers", () => {
  test("are all known", () => {
    const known = new Set([...layers, ...Object.keys(others), "rules"]);
    expect(files.filter(({ layer }) => !known.has(layer)).map(({ path }) => path)).toEqual([]);
  });

  test("import only what lies below them", () => {
    const layered = files.filter(({ layer }) => layer !== "rules");
    expect(
      offences(layered, ({ layer, importedLayers }) =>
        importedLayers.filter((other) => !mayImport(layer).includes(other)),
      ),
    ).toEqual([]);
  });

  test("have folders in flow that import only those before them", () => {
    const inFolders = files.filter(({ path }) => flowFolderOf(path) !== undefined);
    expect(new Set(inFolders.map(({ path }) => flowFolderOf(path)))).toEqual(new Set(flowFolders));
    const rank = (path: string): number => flowFolders.indexOf(flowFolderOf(path) ?? "");
    expect(
      offences(inFolders, ({ path, importedFiles }) =>
        importedFiles.filter((other) => rank(other) > rank(path)),
      ),
    ).toEqual([]);
  });

  test("let the syntax layer alone speak to the parser", () => {
    const elsewhere = files.filter(({ layer }) => layer !== "syntax");
    expect(
      offences(elsewhere, ({ importedPackages }) =>
        importedPackages.filter((name) => name.includes("tree-sitter")),
      ),
    ).toEqual([]);
  });
});

describe("rules", () => {
  test("import the rule API and nothing else", () => {
    const ruleFiles = files.filter(({ path }) => /^rules\/[^/]+\//.test(path));
    expect(ruleFiles.length).toBeGreaterThan(0);
    expect(offences(ruleFiles, ({ imports }) => imports.filter((name) => name !== "#rule"))).toEqual([]);
  });
});

describe("below the engine", () => {
  test("no package is imported that might touch the outside", () => {
    expect(
      offences(pureFiles, ({ layer, importedPackages }) =>
        importedPackages.filter((name) => !(packages[layer] ?? []).includes(name)),
      ),
    ).toEqual([]);
  });

  test("there is no process, console, clock, randomness or network", () => {
    const impure =
      /^(?:process|console|Date|performance|crypto|globalThis|require|fetch|Math\.random|set(?:Timeout|Interval|Immediate)|queueMicrotask)$/;
    expect(offences(pureFiles, ({ uses }) => [...uses].filter((name) => impure.test(name)))).toEqual([]);
  });

  test("nothing waits, except for the grammar to be loaded", () => {
    const waiting = pureFiles.filter(({ isAsync }) => isAsync).map(({ path }) => path);
    expect(waiting).toEqual(["src/syntax/parser.ts"]);
  });
});

test("only the frontends write to the outside and end the process", () => {
  const silent = files.filter(({ layer }) => layer !== "cli" && layer !== "lsp");
  const loud = /^(?:console|process\.(?:stdout|stderr|exit|exitCode|abort|kill))$/;
  expect(offences(silent, ({ uses }) => [...uses].filter((name) => loud.test(name)))).toEqual([]);
});

test("generated files are up to date", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", "generate.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
