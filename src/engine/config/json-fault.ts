import { isScalar, visit } from "yaml";
import type { Document, Scalar } from "yaml";

/** What keeps a text from being JSON, and the UTF-16 offset at which it does. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

/** Says why a text that is YAML, read as `document`, is not JSON; undefined when it is. */
export function findJsonFault(text: string, document: Document): JsonFault | undefined {
  const message = jsonError(text);
  if (message === undefined) return undefined;
  // The JSON reader does not always say where. A bare word, a comment or single quotes show as a scalar of YAML.
  const stray = firstStrayScalar(document);
  if (stray?.range) return { offset: stray.range[0], message: `${stray.source} is not JSON` };
  const [, what = message, offset] = /^(.*?)(?: in JSON)? at position ([0-9]+)/s.exec(message) ?? [];
  return { offset: Number(offset ?? text.length), message: `not JSON: ${what}` };
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function firstStrayScalar(document: Document): Scalar | undefined {
  let stray: Scalar | undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (!isScalar(node) || node.type === "QUOTE_DOUBLE" || isJsonWord(node.source)) return undefined;
      stray = node;
      return visit.BREAK;
    },
  });
  return stray;
}

// An empty value is nothing that could be quoted back: the JSON reader's own words are better there.
function isJsonWord(source: string | undefined): boolean {
  return source === undefined || source === "" || jsonError(source) === undefined;
}
