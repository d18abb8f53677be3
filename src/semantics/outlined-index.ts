import { isCommonlyBuilt } from "../project/index.js";
import type { BuildConstraint } from "../project/index.js";
import type {
  MethodDeclarationNode,
  OutlineEntry,
  OutlineImport,
  SyntaxNode,
  SyntaxTree,
} from "../syntax/index.js";
import type { DeclarationFile, Excerpt, SourceFile } from "./declaration-file.js";
import { packageNameOf } from "./imports.js";
import type { GoObject } from "./object.js";
import { ParsedIndex } from "./package-index.js";
import type { NamedFunction, PackageIndex, Visible } from "./package-index.js";

/** Parses a small file: imports and one declaration. */
export type ParseDeclaration = (text: string, constraint: BuildConstraint) => SyntaxTree;

/** A function or method (`Type.Method`) and what stands before its body. */
export interface FunctionHeader {
  readonly name: string;
  readonly text: () => string;
  /** Of the file in which it stands. */
  readonly imports: readonly OutlineImport[];
}

/** Where the code of a tree comes from that stands for a piece of a file. */
export interface Origin {
  readonly file: SourceFile;
  /** What has to be added to an offset in the tree. */
  readonly shift: number;
}

interface Place {
  readonly entry: OutlineEntry;
  readonly file: DeclarationFile;
}

/** Where files declare what, looked up in all of them when the first name is asked for. */
class Places {
  readonly #files: readonly DeclarationFile[];
  #byName: Map<string, Place[]> | undefined;

  constructor(files: readonly DeclarationFile[]) {
    this.#files = files;
  }

  /** The first file in a build that declares a name. */
  find(name: string, visible: Visible): Place | undefined {
    this.#byName ??= placesIn(this.#files);
    return this.#byName.get(name)?.find(({ file }) => visible(file.constraint));
  }
}

function placesIn(files: readonly DeclarationFile[]): Map<string, Place[]> {
  const byName = new Map<string, Place[]>();
  for (const file of files) {
    for (const entry of file.outline.entries) {
      for (const name of entry.names) {
        const place = { entry, file };
        const places = byName.get(name);
        if (places) places.push(place);
        else byName.set(name, [place]);
      }
    }
  }
  return byName;
}

/**
 * The declarations of a package of which little is needed: each is parsed when somebody asks for its name, as a
 * file of its own with the imports of the file it stands in.
 */
export class OutlinedIndex implements PackageIndex {
  readonly #files: readonly DeclarationFile[];
  readonly #parse: ParseDeclaration;
  readonly #common: Places;
  readonly #others: Places;
  readonly #parsed = new Map<OutlineEntry, ParsedIndex>();
  readonly #byTree = new Map<SyntaxTree, ParsedIndex>();
  readonly #origins = new Map<SyntaxTree, Origin>();
  #headers: readonly FunctionHeader[] | undefined;
  readonly #implementations = new Map<string, NamedFunction | undefined>();

  constructor(files: readonly DeclarationFile[], parse: ParseDeclaration) {
    this.#files = files;
    this.#parse = parse;
    // Where builds differ and nothing else decides, the most common one does.
    this.#common = new Places(files.filter(({ constraint }) => isCommonlyBuilt(constraint)));
    this.#others = new Places(files.filter(({ constraint }) => !isCommonlyBuilt(constraint)));
  }

  lookup(name: string, visible?: Visible): readonly GoObject[] {
    return this.#indicesFor(name, visible).flatMap((index) => index.lookup(name));
  }

  methods(type: string, name: string, visible?: Visible): readonly MethodDeclarationNode[] {
    return this.#indicesFor(`${type}.${name}`, visible).flatMap((index) => index.methods(type, name));
  }

  methodsOf(): readonly MethodDeclarationNode[] {
    return [];
  }

  declaredBy(identifier: SyntaxNode): GoObject | undefined {
    return this.#byTree.get(identifier.tree)?.declaredBy(identifier);
  }

  /** A declaration as it is written, the bodies of functions left out; undefined for a name that is not declared. */
  declarationText(name: string): string | undefined {
    const place = this.#common.find(name, () => true);
    return place?.file.outline.text.slice(place.entry.start, place.entry.end);
  }

  /** All functions and methods that the files declare, whatever build they are for. */
  get headers(): readonly FunctionHeader[] {
    return (this.#headers ??= this.#findHeaders());
  }

  #findHeaders(): readonly FunctionHeader[] {
    return this.#files.flatMap(({ outline: { text, entries, imports } }) =>
      entries.flatMap(({ names, start, end }) => {
        const [name] = names;
        return name !== undefined && text.startsWith("func", start)
          ? [{ name, imports, text: () => text.slice(start, end) }]
          : [];
      }),
    );
  }

  /** A function or method (`Type.Method`) with its body, parsed when it is first asked for; undefined where that is out of sight. */
  implementation(name: string): NamedFunction | undefined {
    const place = this.#implementations.has(name) ? undefined : this.#common.find(name, () => true);
    if (place) this.#parseFunctions(new Set([name]), place.file);
    return this.#implementations.get(name);
  }

  /** The methods of a type with their bodies, as far as these are in sight. */
  methodsWithBodies(type: string): readonly MethodDeclarationNode[] {
    return this.#files
      .filter(({ constraint }) => isCommonlyBuilt(constraint))
      .flatMap((file) => {
        const names = file.outline.entries.flatMap((entry) => entry.names);
        const methods = names.filter((name) => name.startsWith(`${type}.`));
        const unknown = methods.filter((name) => !this.#implementations.has(name));
        if (unknown.length > 0) this.#parseFunctions(new Set(unknown), file);
        return methods.flatMap((name) => {
          const method = this.#implementations.get(name);
          return method?.kind === "method_declaration" ? [method] : [];
        });
      });
  }

  /** Where a function stands that was parsed for its body. */
  originOf(tree: SyntaxTree): Origin | undefined {
    return this.#origins.get(tree);
  }

  #parseFunctions(names: ReadonlySet<string>, file: DeclarationFile): void {
    const imports = file.outline.imports.map((spec) => `import ${spec.text}\n`);
    const before = `package p\n${imports.join("")}`;
    const excerpts = file.functions(names);
    for (const name of names) {
      const excerpt = excerpts.get(name);
      this.#implementations.set(name, excerpt && this.#parseFunction(excerpt, before, file));
    }
  }

  #parseFunction(
    excerpt: Excerpt,
    before: string,
    { constraint }: DeclarationFile,
  ): NamedFunction | undefined {
    const tree = this.#parse(`${before}${excerpt.text}\n`, constraint);
    this.#origins.set(tree, { file: excerpt.file, shift: excerpt.start - before.length });
    return tree.root.allChildren.findLast(isNamedFunction);
  }

  /** One variant is enough of what only lends its declarations: the first that there is in the asking build. */
  #indicesFor(name: string, visible: Visible = () => true): readonly ParsedIndex[] {
    const place = this.#common.find(name, visible) ?? this.#others.find(name, visible);
    return place ? [this.#indexOf(place)] : [];
  }

  #indexOf({ entry, file }: Place): ParsedIndex {
    let index = this.#parsed.get(entry);
    if (!index) {
      const { outline } = file;
      const declaration = outline.text.slice(entry.start, entry.end);
      const imports = importsFor(declaration, outline.imports).map(({ text }) => `import ${text}\n`);
      const tree = this.#parse(`package p\n${imports.join("")}${declaration}\n`, file.constraint);
      index = new ParsedIndex([tree]);
      this.#parsed.set(entry, index);
      this.#byTree.set(tree, index);
    }
    return index;
  }
}

function isNamedFunction(node: SyntaxNode): node is NamedFunction {
  return node.kind === "function_declaration" || node.kind === "method_declaration";
}

/**
 * The imports that a declaration may need: all of them, unless those with the right names explain every `name.Name`
 * in it.
 */
function importsFor(declaration: string, imports: readonly OutlineImport[]): readonly OutlineImport[] {
  const qualifiers = new Set(
    Array.from(declaration.matchAll(/([\w\u0080-\uffff]+)\.\p{Lu}/gu), ([, name]) => name),
  );
  const dots = imports.filter(({ alias }) => alias === ".");
  if (qualifiers.size === 0) return dots;
  const named = imports.filter(({ alias, path }) => qualifiers.delete(alias ?? packageNameOf(path)));
  return qualifiers.size === 0 ? [...dots, ...named] : imports;
}
