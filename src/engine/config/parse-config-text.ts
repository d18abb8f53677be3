import { isAlias, isMap, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, YAMLError } from "yaml";
import type { Position } from "../../diagnostic/index.js";
import type { ConfigDocument } from "./config-document.js";
import { ConfigError } from "./config-error.js";
import { findJsonFault } from "./json-fault.js";
import { describeThrown } from "./thrown.js";

/** Reads a config written in YAML or JSON. Throws {@link ConfigError} with every syntax error. */
export function parseConfigText(file: string, text: string, language: "yaml" | "json"): ConfigDocument {
  return new TextDocument(file, text.replace(/^\uFEFF/, ""), language);
}

interface Fault {
  /** In UTF-16 code units; undefined for a fault of the whole. */
  readonly offset?: number;
  readonly message: string;
}

// JSON is YAML, whose reader knows where everything stands.
class TextDocument implements ConfigDocument {
  readonly file: string;
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string, language: "yaml" | "json") {
    this.file = file;
    // The bytes have been decoded by now: U+FFFD stands for what was none of UTF-8.
    if (/[\0\uFFFD]/.test(text)) {
      throw this.#error([{ message: "is not UTF-8 text: save it in that encoding" }]);
    }
    this.#document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: "error",
    });
    const faults = [...this.#document.errors, ...this.#document.warnings].map(describeYamlFault);
    if (faults.length > 0) throw this.#error(faults);
    const fault = language === "json" ? findJsonFault(text, this.#document) : undefined;
    if (fault) throw this.#error([fault]);
    const strayAliases = findStrayAliases(this.#document);
    if (strayAliases.length > 0) throw this.#error(strayAliases);
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

  // A nest of aliases that would fill the memory shows only here.
  #toValue(): unknown {
    try {
      return this.#document.toJS();
    } catch (error) {
      throw this.#error([{ message: describeThrown(error) }]);
    }
  }

  #error(faults: readonly Fault[]): ConfigError {
    return new ConfigError(
      faults.map(({ offset, message }) => ({
        file: this.file,
        ...(offset === undefined ? {} : this.#position(offset)),
        message,
      })),
    );
  }
}

const yamlMessages: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "this key is there twice",
  MULTIPLE_DOCS: "a second document begins here: a config is one document",
  NON_STRING_KEY: "a key must be a string",
};

function describeYamlFault({ code, message, pos }: YAMLError): Fault {
  return { offset: pos[0], message: yamlMessages[code] ?? `syntax error: ${message}` };
}

function findStrayAliases(document: Document): readonly Fault[] {
  const strays: Fault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      strays.push({
        offset: startOf(alias) ?? 0,
        message: `*${alias.source} has no anchor &${alias.source} above it`,
      });
    },
  });
  return strays;
}

function childOf(node: unknown, key: string): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(key)] };
  const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
  return pair ?? {};
}

function startOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}
