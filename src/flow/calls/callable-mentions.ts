import type { CodeFile, FileSemantics, PackageSemantics, Where } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { SyntaxNode } from "../../syntax/index.js";
import { names } from "./callable.js";
import type { Callable } from "./callable.js";

/** A name of something callable, in code that is no test. */
export interface Mention {
  /** The identifier, or the selector that it ends. */
  readonly node: SyntaxNode;
  readonly semantics: FileSemantics;
  /** Whether it may also stand for something else. */
  readonly isSure: boolean;
}

/** What is mentioned in more files than these is no part of a start-up, and would take long to look at. */
const maximumFiles = 24;

/** Where the code of the module around a package, and of modules built with it, names something; undefined where that is too often. */
export function mentionsOf(callable: Callable, from: PackageSemantics): readonly Mention[] | undefined {
  const own = ownCode(callable, from);
  const others = otherCode(callable, from).filter((file) => mayMention(file.text, file.importPath, callable));
  if (own.length + others.length > maximumFiles) return undefined;
  const views = [...own, ...others.flatMap((file) => from.program.code(file) ?? [])];
  return views.flatMap((semantics) => mentionsIn(semantics, callable));
}

/** The files of a package, tests left out, that may use something callable; none of one that only lends its declarations. */
function ownCode(callable: Callable, from: PackageSemantics): readonly FileSemantics[] {
  const { path } = from.source;
  const { name } = callable;
  return from.trees
    .filter((tree) => tree.text.includes(name) && !from.isTest(tree) && mayMention(tree.text, path, callable))
    .map((tree) => from.file(tree));
}

/** The files beside those of a package that hold the name of something callable and may use it. */
function otherCode(callable: Callable, from: PackageSemantics): readonly CodeFile[] {
  const { kind, path, name } = from.source;
  const isOwn = (file: CodeFile): boolean =>
    kind === "parsed" && file.importPath === path && file.packageName === name;
  const scope = scopeOf(callable);
  // Nothing else can name it.
  if (kind === "parsed" && scope.only === path) return [];
  return from.program.holding(callable.name, from, scope).filter((file) => !isOwn(file));
}

/** Whether some test may name something, as far as texts tell. */
export function isTested(callable: Callable, from: PackageSemantics): boolean {
  const tests = from.program.holding(callable.name, from, { ...scopeOf(callable), tests: true });
  return tests.some(({ text, importPath }) => mayMention(text, importPath, callable));
}

/** Only the package itself can name what it does not export. */
function scopeOf({ name, path }: Callable): Where {
  return isExported(name) ? {} : { only: path };
}

/** Whether the text of a file leaves it open that it mentions something. */
function mayMention(text: string, importPath: string | undefined, { kind, path, name }: Callable): boolean {
  if (kind === "method" || kind === "field") return new RegExp(`\\.\\s*${name}\\b`, "u").test(text);
  if (importPath === path) return new RegExp(`\\b${name}\\b`, "u").test(text);
  return isExported(name) && text.includes(`"${path}"`) && new RegExp(`\\b${name}\\b`, "u").test(text);
}

function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

function mentionsIn(semantics: FileSemantics, callable: Callable): readonly Mention[] {
  const { tree } = semantics;
  const { kinds, starts, ends, size } = tree.arena;
  const { name } = callable;
  const found: Mention[] = [];
  for (let id = 0; id < size; id++) {
    if (kinds[id] !== KindId.identifier && kinds[id] !== KindId.field_identifier) continue;
    const start = starts[id] as number;
    if ((ends[id] as number) - start !== name.length || !tree.text.startsWith(name, start)) continue;
    const identifier = tree.node(id);
    const answer = names(identifier, callable, semantics);
    if (answer === false) continue;
    const isSelected = identifier.parent?.kind === "selector_expression";
    const node = isSelected && identifier.parent ? identifier.parent : identifier;
    found.push({ node, semantics, isSure: answer === true });
  }
  return found;
}
