// What leakcheck knows of a project, asked the way the oracle asks. `questions` is the one place to change when
// the analysis learns to answer more.
import { dirname } from "node:path";
import { goParser } from "../../dist/src/engine/grammar.js";
import { nodeFileSystem } from "../../dist/src/engine/node-file-system.js";
import { ModuleResolver, baseName, buildTags, isBuilt, loadPackages } from "../../dist/src/project/index.js";
import { PackageSemantics } from "../../dist/src/semantics/index.js";

/**
 * The questions that the oracle puts, each about a node of an opened file. An answer is a text in the form that
 * the Go side prints (`names.go`, `type_string.go`); one that contains `?` is only partly known; undefined is
 * not known at all.
 */
const questions = {
  /** What a `call_expression` calls; a `type_conversion_expression` may be a call with type arguments too. */
  callee(file, call) {
    if (call.kind !== "call_expression") return undefined;
    const callee = file.semantics.callee(call);
    if (callee?.kind === "imported") return callee.name;
    if (callee?.kind === "declared") return declaredName(file, callee.declarations[0]);
    return undefined;
  },

  /** Type of the variable that an identifier declares, or a clause of `switch x := y.(type)`. */
  variable() {
    return undefined;
  },

  /** What an identifier refers to. */
  definition(file, identifier) {
    const imported = qualifiedName(file, identifier);
    if (imported !== undefined) return imported;
    const object = file.semantics.objectOf(identifier);
    if (object?.level === "universe") return `builtin.${object.name}`;
    if (object?.identifier === undefined) return undefined;
    return `${file.nameOf(object.identifier.tree)}:${object.identifier.start}`;
  },
};

/**
 * Opens the project in a folder. `target` is the build to look at: `{ goos, goarch, release, tags }`. Without
 * `moduleCache` nothing outside of the project is read.
 */
export async function openProject(directory, { moduleCache, target }) {
  return new Project(await goParser(), moduleCache, target);
}

class Project {
  #parser;
  #tags;
  #modules = new ModuleResolver(nodeFileSystem);
  /** The files of the folder asked about last, by path: the oracle goes from package to package. */
  #opened = { directory: "", files: new Map() };

  constructor(parser, _moduleCache, { goos, goarch, release, tags }) {
    this.#parser = parser;
    this.#tags = buildTags({ os: goos, architecture: goarch, release, tags, cgo: false });
  }

  /**
   * What is known of a file by its absolute path: `calls` by the offset of the opening parenthesis, `variables` by
   * that of the identifier or clause, `definitions` by that of the identifier. Undefined for files not analysed.
   */
  file(path) {
    const directory = dirname(path).replaceAll("\\", "/");
    if (this.#opened.directory !== directory) this.#opened = { directory, files: this.#open(directory) };
    return this.#opened.files.get(path);
  }

  #open(directory) {
    const { packages } = loadPackages(nodeFileSystem, directory, this.#modules);
    return new Map(packages.flatMap((goPackage) => this.#openPackage(goPackage)));
  }

  #openPackage(goPackage) {
    const built = goPackage.files.filter((file) => isBuilt(file.constraint, this.#tags));
    const files = built.map(({ path, isTest, constraint, text }) => {
      return { path, isTest, constraint, tree: this.#parser.parse(text) };
    });
    const names = new Map(files.map(({ tree, path }) => [tree, baseName(path)]));
    // Code outside of tests cannot see what tests declare.
    const ordinary = new PackageSemantics(files.filter((file) => !file.isTest));
    const withTests = new PackageSemantics(files);
    return files.map(({ path, isTest, tree }) => {
      const semantics = (isTest ? withTests : ordinary).file(tree);
      return [path, new OpenFile(tree, semantics, goPackage.importPath, (of) => names.get(of))];
    });
  }
}

// The last ones are what the grammar makes of names that Go predeclares, whatever they stand for.
const names = new Set(
  "identifier type_identifier field_identifier package_identifier label_name nil true false iota".split(" "),
);
const clauses = new Set(["type_case", "default_case"]);

class OpenFile {
  tree;
  semantics;
  importPath;
  /** Base name of the file that a tree of this package was parsed from. */
  nameOf;

  constructor(tree, semantics, importPath, nameOf) {
    this.tree = tree;
    this.semantics = semantics;
    this.importPath = importPath;
    this.nameOf = nameOf;
  }

  get calls() {
    return this.#answers(
      (kind) => kind === "call_expression" || kind === "type_conversion_expression",
      (call) => questions.callee(this, call),
      openingParenthesis,
    );
  }

  get variables() {
    return this.#answers(
      (kind) => names.has(kind) || clauses.has(kind),
      (node) => questions.variable(this, node),
    );
  }

  get definitions() {
    return this.#answers(
      (kind) => names.has(kind),
      (identifier) => questions.definition(this, identifier),
    );
  }

  #answers(wants, ask, offsetOf = (node) => node.start) {
    const answers = new Map();
    for (let id = 0; id < this.tree.arena.size; id++) {
      const node = this.tree.node(id);
      if (wants(node.kind)) answers.set(offsetOf(node), ask(node));
    }
    return answers;
  }
}

function openingParenthesis(call) {
  return call.arguments?.start ?? call.tree.text.indexOf("(", call.type.end);
}

/** `path.F` and `path.(*T).M` of a function or method of the file's package. */
function declaredName(file, declaration) {
  const name = declaration.name.text;
  if (declaration.kind === "function_declaration") return `${file.importPath}.${name}`;
  const type = declaration.receiver.children[0].type.text;
  const [, star, receiver] = /^\(*(\*?)\(*([\p{L}\p{Nd}_]+)/u.exec(type) ?? [];
  return receiver && `${file.importPath}.(${star}${receiver}).${name}`;
}

/** `path.Name` for the `Name` of `pkg.Name`. */
function qualifiedName(file, identifier) {
  const { parent } = identifier;
  const operand =
    parent?.kind === "selector_expression" && parent.field === identifier
      ? parent.operand
      : parent?.kind === "qualified_type" && parent.name === identifier
        ? parent.package
        : undefined;
  const path = operand && file.semantics.objectOf(operand)?.importPath;
  return path === undefined ? undefined : `${path}.${identifier.text}`;
}
