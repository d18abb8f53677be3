import type { Arena } from "./arena.js";
import { KindId } from "./nodes.generated.js";
import type { SyntaxError } from "./tree.js";

/** Kinds whose children stand on lines of their own, or have a semicolon between them. */
const separating: ReadonlySet<number> = new Set([
  KindId.source_file,
  KindId.import_spec_list,
  KindId.const_declaration,
  KindId.var_spec_list,
  KindId.type_declaration,
  KindId.field_declaration_list,
  KindId.interface_type,
  KindId.statement_list,
]);

/**
 * Finds the one kind of error that shows in no node: line breaks are invisible to cursors, so one that the parser
 * missed and went on as if it were there is known only by its absence. None is needed at the end of a file, though
 * the grammar thinks so.
 */
export function missingLineBreaks(text: string, arena: Arena): readonly SyntaxError[] {
  const { starts, ends, kinds, parents, subtreeEnds, size } = arena;
  const errors: SyntaxError[] = [];
  for (let id = 1; id < size; id++) {
    const [parent, next] = [parents[id] as number, subtreeEnds[id] as number];
    if (parents[next] !== parent || !separating.has(kinds[parent] as number)) continue;
    const [end, start] = [ends[id] as number, starts[next] as number];
    if (!/[\n;]/.test(text.slice(end, start))) errors.push({ start, end: start, missing: "line break" });
  }
  return errors;
}
