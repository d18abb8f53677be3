import { expect } from "@jest/globals";
import { buildConstraint } from "../../src/project/build-constraint.js";
import { readSourceHeader } from "../../src/project/index.js";
import { Program } from "../../src/semantics/index.js";
import type { GoObject, PackageSemantics, PackageSource } from "../../src/semantics/index.js";
import type { SyntaxNode, SyntaxTree } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";

type ParsedSource = Extract<PackageSource, { kind: "parsed" }>;

/** Sources by file name; the package clause may be left out. */
export type Sources = Readonly<Record<string, string>>;

/** A package made of sources, with its trees in their order. */
export interface GoPackageUnderTest {
  readonly semantics: PackageSemantics;
  readonly trees: readonly SyntaxTree[];
}

/** The names of a package that is made of sources. `imports`: sources of what can be imported, by path. */
export function openPackage(
  sources: Sources,
  imports: Readonly<Record<string, string>> = {},
): GoPackageUnderTest {
  const known = new Map(
    Object.entries(imports).map(([path, text]) => [path, parsedSource({ "a.go": text }, path)]),
  );
  const program = new Program({ load: (path) => known.get(path), holding: () => [] });
  const source = parsedSource(sources, "example.com/p");
  return { semantics: program.open(source), trees: source.files.map(({ tree }) => tree) };
}

function parsedSource(sources: Sources, path: string): ParsedSource {
  const files = Object.entries(sources).map(([fileName, text]) => {
    const whole = /^(?:\/\/.*\n|\s)*package /.test(text) ? text : `package p\n\n${text}`;
    const header = readSourceHeader(whole);
    return {
      tree: parser.parse(whole),
      constraint: buildConstraint(fileName, header),
      name: header.packageName,
    };
  });
  return { kind: "parsed", files, path, name: files[0]?.name, origin: undefined };
}

/**
 * Asserts what names stand for, as comments behind them say: `x/*1*\/` stands for what is declared where a name
 * with the same mark declares it, `os/*os*\/` for the package imported from that path, `int/*universe*\/` for what
 * Go declares itself, and `x/*-*\/` for something that names alone cannot tell.
 */
export function checkNames(sources: Sources | string, imports?: Readonly<Record<string, string>>): void {
  const { semantics, trees } = openPackage(
    typeof sources === "string" ? { "a.go": sources } : sources,
    imports,
  );
  for (const tree of trees) expect(tree.errors).toEqual([]);
  const marks = new Map(trees.flatMap(marksOf));
  const described = [...marks].map(([name, mark]) => {
    const actual = markOf(semantics.file(name.tree).objectOf(name), marks);
    return [`${name.text}/*${mark}*/`, `${name.text}/*${actual}*/`] as const;
  });
  expect(described.map(([, actual]) => actual)).toEqual(described.map(([expected]) => expected));
}

function markOf(object: GoObject | undefined, marks: ReadonlyMap<SyntaxNode, string>): string {
  if (!object) return "-";
  if (object.level === "universe") return "universe";
  if (object.importPath !== undefined) return object.importPath;
  const mark = object.identifier && marks.get(object.identifier);
  return mark ?? `declared by ${object.declaration?.text}`;
}

/** The names of a file that have a mark behind them, with the mark. */
export function marksOf(tree: SyntaxTree): [SyntaxNode, string][] {
  const names = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id)).filter(isName);
  const byEnd = new Map(names.map((name) => [name.end, name]));
  const comments = tree.comments.filter(({ start }) => tree.text.startsWith("/*", start));
  return comments.map(({ start, end }) => {
    const name = byEnd.get(start);
    const mark = tree.text.slice(start + 2, end - 2);
    if (!name) throw new Error(`no name before /*${mark}*/`);
    return [name, mark];
  });
}

function isName(node: SyntaxNode): boolean {
  return /identifier$|^label_name$|^(?:nil|true|false|iota)$/.test(node.kind);
}
