// What leakcheck knows of a project, asked the way the oracle asks. `questions` is the one place to change when
// the analysis learns to answer more.
import { dirname } from "node:path";
import { goParser } from "../../dist/src/engine/grammar.js";
import { knowledge } from "../../dist/src/engine/knowledge-files.js";
import { nodeFileSystem } from "../../dist/src/engine/node-file-system.js";
import { SourceLoader } from "../../dist/src/engine/package-loader.js";
import {
  ModuleFiles,
  ModuleResolver,
  baseName,
  buildTags,
  isBuilt,
  loadPackages,
} from "../../dist/src/project/index.js";
import { Program } from "../../dist/src/semantics/index.js";

/**
 * The questions that the oracle puts, each about a node of an opened file. An answer is a text in the form that
 * the Go side prints (`names.go`, `type_string.go`); one that contains `?` is only partly known; undefined is
 * not known at all.
 */
const questions = {
  /** What a call calls. */
  callee({ semantics }, call) {
    return semantics.calleeName(call);
  },

  /** Type of the variable or field that an identifier declares, or of that in a clause of `switch x := y.(type)`. */
  variable(file, node) {
    const type = file.typeOfVariable(node);
    return type && file.semantics.typeText(type);
  },

  /** What an identifier refers to: `file.go:offset` in the package, else `path.Name` or, of methods, as `callee`. */
  definition(file, identifier) {
    return file.qualified(identifier) ?? file.member(identifier) ?? file.object(identifier);
  },
};

/**
 * Opens the project in a folder. `target` is the build to look at and where to find its dependencies (the header
 * that the Go side writes). Without `moduleCache` nothing outside of the project is read.
 */
export async function openProject(_directory, { moduleCache, tests, target }) {
  const parser = await goParser();
  const modules = new ModuleResolver(nodeFileSystem);
  const tags = buildTags({ ...target, os: target.goos, architecture: target.goarch, cgo: false });
  const loader = new SourceLoader({
    fileSystem: nodeFileSystem,
    modules,
    parser,
    moduleCache: moduleCache ? target.moduleCache : undefined,
    stubs: (path) => knowledge().find(path)?.text,
    code: new ModuleFiles(nodeFileSystem),
  });
  return new Project({ parser, modules, tests, inBuild: (file) => isBuilt(file.constraint, tags), loader });
}

class Project {
  #parts;
  #program;
  /** The files of the folder asked about last, by path: the oracle goes from package to package. */
  #opened = { directory: "", files: new Map() };

  constructor(parts) {
    this.#parts = parts;
    this.#program = new Program(new BuildLoader(parts.loader, parts.inBuild));
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
    const { packages } = loadPackages(nodeFileSystem, directory, this.#parts.modules);
    return new Map(packages.flatMap((goPackage) => this.#openPackage(goPackage)));
  }

  #openPackage(goPackage) {
    const { inBuild, parser, tests } = this.#parts;
    const files = goPackage.files
      .filter((file) => inBuild(file) && (tests || !file.isTest))
      .map(({ path, constraint, text }) => ({ path, constraint, tree: parser.parse(text) }));
    const names = new Map(files.map(({ tree, path }) => [tree, baseName(path)]));
    const semantics = this.#program.open({
      kind: "parsed",
      files,
      path: goPackage.importPath,
      name: goPackage.name,
      origin: { directory: goPackage.directory, module: goPackage.module, main: goPackage.module },
    });
    return files.map(({ path, tree }) => [
      path,
      new OpenFile(tree, semantics.file(tree), (of) => names.get(of)),
    ]);
  }
}

/** Loads packages as the build has them: without the files for other systems. */
class BuildLoader {
  #loader;
  #inBuild;
  #known = new Map();

  constructor(loader, inBuild) {
    this.#loader = loader;
    this.#inBuild = inBuild;
  }

  load(path, importer) {
    const source = this.#loader.load(path, importer);
    if (source && !this.#known.has(source)) {
      this.#known.set(source, { ...source, files: source.files.filter(this.#inBuild) });
    }
    return this.#known.get(source);
  }
}

// The last ones are what the grammar makes of names that Go predeclares, whatever they stand for.
const names = new Set(
  "identifier type_identifier field_identifier package_identifier label_name nil true false iota".split(" "),
);
const clauses = new Set(["type_case", "default_case"]);
const parameters = new Set(["parameter_declaration", "variadic_parameter_declaration"]);

class OpenFile {
  tree;
  semantics;
  /** Base name of the file that a tree was parsed from; undefined for one of another package. */
  #nameOf;
  #structs = new Map();

  constructor(tree, semantics, nameOf) {
    this.tree = tree;
    this.semantics = semantics;
    this.#nameOf = nameOf;
  }

  get calls() {
    return this.#answers(
      (kind) => kind === "call_expression",
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

  get #program() {
    return this.semantics.package.program;
  }

  /** Undefined for what declares no variable. */
  typeOfVariable(node) {
    if (clauses.has(node.kind)) return this.#typeInClause(node);
    const object = this.semantics.objectOf(node);
    if (object?.kind === "variable" && object.identifier === node) return this.semantics.typeOfObject(object);
    const { parent } = node;
    if (parameters.has(parent?.kind)) return this.#typeOfParameter(node, parent);
    const field = this.#fieldDeclaredBy(node);
    return field?.type;
  }

  #typeInClause(clause) {
    const identifier =
      clause.parent?.kind === "type_switch_statement" ? clause.parent.alias?.children[0] : undefined;
    if (!identifier) return undefined;
    const name = identifier.text;
    return this.semantics.typeOfObject({
      kind: "variable",
      name,
      level: "local",
      declaration: clause,
      identifier,
    });
  }

  /** Of a type or a method in an interface: such a name stands for nothing. */
  #typeOfParameter(name, parameter) {
    const isVariadic = parameter.kind === "variadic_parameter_declaration";
    if (!(isVariadic ? [parameter.name] : parameter.names).includes(name)) return undefined;
    const type = this.#program.types.denotedBy(parameter.type);
    return isVariadic ? { kind: "slice", element: type } : type;
  }

  #fieldDeclaredBy(node) {
    let declaration = node.parent;
    while (declaration?.kind.endsWith("_type") && declaration.kind !== "struct_type")
      declaration = declaration.parent;
    if (declaration?.kind !== "field_declaration") return undefined;
    const struct = declaration.parent.parent;
    let type = this.#structs.get(struct);
    if (!type) this.#structs.set(struct, (type = this.#program.types.denotedBy(struct)));
    return type.fields?.find((field) => identifierOf(field.declaration) === node);
  }

  /** The `Name` of `pkg.Name`. */
  qualified(identifier) {
    const { parent } = identifier;
    const operand =
      parent?.kind === "selector_expression" && parent.field === identifier
        ? parent.operand
        : parent?.kind === "qualified_type" && parent.name === identifier
          ? parent.package
          : undefined;
    const path = operand && this.semantics.objectOf(operand)?.importPath;
    return path === undefined ? undefined : `${path}.${identifier.text}`;
  }

  /** The field or method that a selector or a key in a literal of a struct names. */
  member(identifier) {
    const { types } = this.#program;
    const { parent } = identifier;
    if (parent?.kind === "selector_expression" && parent.field === identifier) {
      const { operand } = parent;
      return this.#selected(types.ifType(operand) ?? this.semantics.typeOf(operand), identifier.text);
    }
    const element = parent?.kind === "literal_element" ? parent.parent : undefined;
    const literal =
      element?.kind === "keyed_element" && element.key === parent ? element.parent.parent : undefined;
    if (literal?.kind !== "composite_literal") return undefined;
    const type = this.semantics.typeOf(literal);
    return types.members.underlying(type).kind === "struct"
      ? this.#selected(type, identifier.text)
      : undefined;
  }

  #selected(type, name) {
    const selection = this.#program.types.members.select(type, name);
    if (selection?.kind === "field") return this.#place(identifierOf(selection.field.declaration));
    if (!selection?.declaration) return undefined;
    const { declaration, owner, pointer } = selection;
    if (this.#nameOf(declaration.tree)) return this.#place(declaration.name);
    return owner && `${this.#pathOf(declaration)}.(${pointer ? "*" : ""}${owner.name}).${name}`;
  }

  object(identifier) {
    const object = this.semantics.objectOf(identifier);
    if (object?.level === "universe") return `builtin.${object.name}`;
    return object?.identifier && this.#place(object.identifier);
  }

  #place(identifier) {
    const name = this.#nameOf(identifier.tree);
    return name ? `${name}:${identifier.start}` : `${this.#pathOf(identifier)}.${identifier.text}`;
  }

  #pathOf(node) {
    return this.#program.packagePath(node.tree) ?? "?";
  }
}

function openingParenthesis(call) {
  return call.arguments.start;
}

/** The identifier of a field: of an embedded one, that of its type. */
function identifierOf(declaration) {
  if (declaration.kind === "pointer_type" || declaration.kind === "parenthesized_type") {
    return identifierOf(declaration.child);
  }
  if (declaration.kind === "generic_type") return identifierOf(declaration.type);
  return declaration.kind === "qualified_type" ? declaration.name : declaration;
}
