// Go packages below a folder, read from source and turned into stubs.
import { buildFiles, writeStub } from "../../dist/src/knowledge/indexer/index.js";
import { goParser } from "../../dist/src/engine/grammar.js";
import { nodeFileSystem } from "../../dist/src/engine/node-file-system.js";
import { loadPackages, ModuleResolver } from "../../dist/src/project/index.js";

const parser = await goParser();
const modules = new ModuleResolver(nodeFileSystem);

export class PackageTree {
  #directoryOf;
  #release;
  #loaded = new Map();

  /**
   * `directoryOf` gives the absolute folder of an import path, undefined for packages of other trees. `release` is
   * N of the Go 1.N whose build tags hold.
   */
  constructor({ directoryOf, release }) {
    this.#directoryOf = directoryOf;
    this.#release = release;
  }

  /** The stub of a package, or undefined when the tree has no package of this path. */
  stub(importPath, isPublic) {
    const files = this.#load(importPath);
    if (!files) return undefined;
    return writeStub({
      packageName: files.packageName,
      primary: files.primary.map(parse),
      others: files.others.map(parse),
      packageNames: (path) => this.#load(path)?.packageName,
      ...(isPublic && { isPublic }),
    });
  }

  #load(importPath) {
    if (!this.#loaded.has(importPath)) {
      const directory = this.#directoryOf(importPath);
      const loaded = directory && loadPackages(nodeFileSystem, directory.replaceAll("\\", "/"), modules);
      this.#loaded.set(importPath, loaded && buildFiles(loaded, this.#release));
    }
    return this.#loaded.get(importPath);
  }
}

function parse({ path, text }) {
  const tree = parser.parse(text);
  if (tree.errors.length > 0) console.error(`${path}: not understood in full`);
  return tree;
}
