import { describe, expect, jest, test } from "@jest/globals";
import * as fc from "fast-check";
import type { CopyMethod, SyntaxTree } from "../../src/syntax/index.js";
import * as cursor from "../../src/syntax/cursor.js";
import { parser } from "../go-parser.js";
import { goText, snippets } from "./go-text.js";

function copied(text: string, method: CopyMethod): Pick<SyntaxTree, "arena" | "comments" | "errors"> {
  const { arena, comments, errors } = parser.parse(text, method);
  return { arena, comments, errors };
}

const exportNames = [
  "_ts_tree_root_node_wasm",
  "_ts_tree_cursor_new_wasm",
  "_ts_tree_cursor_current_node_type_id_wasm",
  "_ts_tree_cursor_current_field_id_wasm",
  "_ts_tree_cursor_start_index_wasm",
  "_ts_tree_cursor_end_index_wasm",
  "_ts_tree_cursor_current_node_is_missing_wasm",
  "_ts_tree_cursor_goto_first_child_wasm",
  "_ts_tree_cursor_goto_next_sibling_wasm",
  "_ts_tree_cursor_goto_parent_wasm",
  "_ts_tree_cursor_delete_wasm",
];
const { findCursorExports } = cursor;
const allExports = Object.fromEntries(exportNames.map((name) => [name, (): number => 0]));

describe("copying directly out of the parser's memory", () => {
  test("is what this version of the parser is used for", () => {
    expect(parser.copyMethod).toBe("direct");
  });

  test.each(snippets)("gives the tree that the public cursor gives: %#", (text) => {
    expect(copied(text, "direct")).toEqual(copied(text, "public"));
  });

  test("gives the tree that the public cursor gives for any text", () => {
    const property = fc.property(goText, (text) =>
      expect(copied(text, "direct")).toEqual(copied(text, "public")),
    );
    fc.assert(property, { numRuns: 300 });
  });
});

describe("findCursorExports", () => {
  test("finds them in the parser's module", () => {
    const found = findCursorExports(allExports);
    expect(Object.keys(found ?? {})).toHaveLength(exportNames.length);
  });

  test.each(exportNames)("finds none where %s is missing", (name) => {
    expect(findCursorExports({ ...allExports, [name]: undefined })).toBeUndefined();
  });

  test("finds none where one is no function", () => {
    expect(findCursorExports({ ...allExports, _ts_tree_cursor_new_wasm: 42 })).toBeUndefined();
  });
});

describe("without the exports", () => {
  test("the parser copies through the public cursor", async () => {
    jest.resetModules();
    jest.unstable_mockModule("../../src/syntax/cursor.js", () => ({
      ...cursor,
      findCursorExports: () => undefined,
    }));
    const { goParser } = await import("../../src/engine/grammar.js");
    const fallback = await goParser();
    expect(fallback.copyMethod).toBe("public");
    const { arena, comments, errors } = fallback.parse(snippets.join("\n"));
    expect({ arena, comments, errors }).toEqual(copied(snippets.join("\n"), "direct"));
    expect(fallback.parse("package p", "direct").errors).toEqual([]);
  });
});
