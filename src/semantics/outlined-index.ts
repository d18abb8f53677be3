import type { BuildConstraint } from "../project/index.js";
import { outlineOf } from "../syntax/index.js";
import type {
  MethodDeclarationNode,
  Outline,
  OutlineEntry,
  SyntaxNode,
  SyntaxTree,
} from "../syntax/index.js";
import type { GoObject } from "./object.js";
import { ParsedIndex } from "./package-index.js";
import type { PackageIndex } from "./package-index.js";

/** A file of which only declarations matter. */
export interface DeclarationFile {
  readonly text: string;
  readonly constraint: BuildConstraint;
}

/** Parses a small file: imports and one declaration. */
export type ParseDeclaration = (text: string, constraint: BuildConstraint) => SyntaxTree;

interface Place {
  readonly outline: Outline;
  readonly entry: OutlineEntry;
  readonly file: DeclarationFile;
}

/**
 * The declarations of a package of which little is needed: each is parsed when somebody asks for its name, as a
 * file of its own with the imports of the file it stands in.
 */
export class OutlinedIndex implements PackageIndex {
  readonly #parse: ParseDeclaration;
  readonly #places = new Map<string, Place[]>();
  readonly #parsed = new Map<OutlineEntry, ParsedIndex>();
  readonly #byTree = new Map<SyntaxTree, ParsedIndex>();

  constructor(files: readonly DeclarationFile[], parse: ParseDeclaration) {
    this.#parse = parse;
    for (const file of files) this.#addFile(file);
  }

  lookup(name: string): readonly GoObject[] {
    return this.#indicesFor(name).flatMap((index) => index.lookup(name));
  }

  methods(type: string, name: string): readonly MethodDeclarationNode[] {
    return this.#indicesFor(`${type}.${name}`).flatMap((index) => index.methods(type, name));
  }

  declaredBy(identifier: SyntaxNode): GoObject | undefined {
    return this.#byTree.get(identifier.tree)?.declaredBy(identifier);
  }

  #addFile(file: DeclarationFile): void {
    const outline = outlineOf(file.text);
    for (const entry of outline.entries) {
      for (const name of entry.names) {
        const place = { outline, entry, file };
        const places = this.#places.get(name);
        if (places) places.push(place);
        else this.#places.set(name, [place]);
      }
    }
  }

  #indicesFor(name: string): readonly ParsedIndex[] {
    return (this.#places.get(name) ?? []).map((place) => this.#indexOf(place));
  }

  #indexOf({ outline, entry, file }: Place): ParsedIndex {
    let index = this.#parsed.get(entry);
    if (!index) {
      const tree = this.#parse(outline.header + file.text.slice(entry.start, entry.end), file.constraint);
      index = new ParsedIndex([tree]);
      this.#parsed.set(entry, index);
      this.#byTree.set(tree, index);
    }
    return index;
  }
}
