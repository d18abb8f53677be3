// `node bench/resolution.mjs PATH`: what names and types cost beside parsing, over all packages below a folder: every
// file parsed and copied, then every name, type and callee in every function asked for.
import { resolve } from "node:path";
import { build, install } from "../scripts/steps.mjs";

install();
await build();
const { goParser } = await import("../dist/src/engine/grammar.js");
const { moduleCacheFolder } = await import("../dist/src/engine/module-cache.js");
const { nodeFileSystem } = await import("../dist/src/engine/node-file-system.js");
const { openProgram } = await import("../dist/src/engine/open-program.js");
const { KindId } = await import("../dist/src/syntax/index.js");
const { ModuleResolver, discover, loadPackages } = await import("../dist/src/project/index.js");

const workingDirectory = resolve(process.argv[2] ?? ".").replaceAll("\\", "/");
const parser = await goParser();
const modules = new ModuleResolver(nodeFileSystem);
const moduleCache = process.argv.includes("--no-module-cache") ? undefined : moduleCacheFolder(process.env);
const program = openProgram({ fileSystem: nodeFileSystem, modules, parser, moduleCache });
const { directories } = discover(nodeFileSystem, modules, {
  workingDirectory,
  patterns: ["."],
  tests: false,
  ignores: () => false,
  forceExclude: false,
  gitignore: true,
});

let parsing = 0;
let resolving = 0;
let identifiers = 0;
let calls = 0;
for (const { directory } of directories) {
  for (const goPackage of loadPackages(nodeFileSystem, directory, modules).packages) {
    let started = performance.now();
    const files = goPackage.files.map(({ text, constraint }) => ({ tree: parser.parse(text), constraint }));
    parsing += performance.now() - started;

    started = performance.now();
    const semantics = program.open({
      kind: "parsed",
      files,
      path: goPackage.importPath,
      name: goPackage.name,
      origin: { directory: goPackage.directory, module: goPackage.module, main: goPackage.module },
    });
    for (const { tree } of files) ask(tree, semantics.file(tree));
    resolving += performance.now() - started;
  }
}

function ask(tree, file) {
  const { kinds, size } = tree.arena;
  for (let id = 0; id < size; id++) {
    if (kinds[id] === KindId.identifier) {
      const object = file.objectOf(tree.node(id));
      if (object?.kind === "variable") file.typeOfObject(object);
      identifiers++;
    } else if (kinds[id] === KindId.call_expression) {
      const call = tree.node(id);
      file.calleeName(call);
      file.typeOf(call);
      calls++;
    }
  }
}

console.log(`parsed and copied in ${Math.round(parsing)} ms`);
console.log(`${identifiers} identifiers and ${calls} calls resolved in ${Math.round(resolving)} ms`);
console.log(
  `ratio ${(resolving / parsing).toFixed(2)}, peak memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
);
