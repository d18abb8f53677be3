import { isAlias, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, Node } from "yaml";
import type { Position } from "../../diagnostic/index.js";
import type { ConfigDocument } from "./config-document.js";
import { ConfigError } from "./config-error.js";
import type { ConfigProblem } from "./config-error.js";

/** Reads a config written in YAML. Throws {@link ConfigError} with every syntax error. */
export function parseYamlConfig(file: string, text: string): ConfigDocument {
  return new TextDocument(file, text);
}

/** Reads a config written in JSON. Throws {@link ConfigError} when it is no strict JSON or has a key twice. */
export function parseJsonConfig(file: string, text: string): ConfigDocument {
  const json = withoutByteOrderMark(text);
  try {
    JSON.parse(json);
  } catch (error) {
    throw new ConfigError([describeJsonError(file, json, error)]);
  }
  // JSON is YAML, whose reader knows where everything stands.
  return new TextDocument(file, json);
}

class TextDocument implements ConfigDocument {
  readonly file: string;
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    if (text.includes("\0")) {
      throw new ConfigError([{ file, message: "is not UTF-8 text: save it in that encoding" }]);
    }
    this.#document = parseDocument(withoutByteOrderMark(text), {
      lineCounter: this.#lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: "error",
    });
    const faults = [...this.#document.errors, ...this.#document.warnings];
    if (faults.length > 0) {
      throw new ConfigError(
        faults.map(({ code, message, pos }) => ({
          file,
          ...this.#position(pos[0]),
          message: yamlMessages[code] ?? lowerFirst(message),
        })),
      );
    }
    this.value = this.#toValue() ?? {};
  }

  locate(path: readonly string[], part: "key" | "value"): Position {
    let node: unknown = this.#document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, key] of path.entries()) {
      if (isAlias(node)) node = node.resolve(this.#document);
      const step = childOf(node, key);
      const isTarget = index === path.length - 1;
      offset = startOf(isTarget && part === "key" ? step.key : step.value) ?? startOf(step.key) ?? offset;
      node = step.value;
    }
    return this.#position(offset);
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  // An alias without its anchor, or a nest of them that would fill the memory, shows only here.
  #toValue(): unknown {
    try {
      return this.#document.toJS();
    } catch (error) {
      const message = error instanceof Error ? lowerFirst(error.message) : String(error);
      throw new ConfigError([{ file: this.file, message }]);
    }
  }
}

const yamlMessages: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "this key is there twice",
  MULTIPLE_DOCS: "a second document begins here: a config is one document",
  NON_STRING_KEY: "a key must be a string",
};

function childOf(node: unknown, key: string): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(key)] };
  const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
  return pair ?? {};
}

function startOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}

function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

function describeJsonError(file: string, text: string, error: unknown): ConfigProblem {
  const [, what = String(error), offset] =
    /^(.*?)(?: in JSON)?(?: at position ([0-9]+).*)?$/s.exec((error as Error).message) ?? [];
  const before = text.slice(0, offset === undefined ? text.length : Number(offset));
  const line = before.split("\n").length;
  return {
    file,
    line,
    column: before.length - before.lastIndexOf("\n"),
    message: `is no JSON: ${lowerFirst(what)}`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
