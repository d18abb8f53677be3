import type { Location } from "../../diagnostic/index.js";
import type { Span, SyntaxTree } from "../../syntax/index.js";
import { LineIndex } from "../../text/line-index.js";
import { coveredLines, isTrailing } from "./covered-lines.js";
import type { LineRange } from "./covered-lines.js";
import { parseNolint } from "./directive.js";

/** A comment that silences other linters, or checks of them, on some lines. */
interface PeerDirective {
  /** In lower case. */
  readonly silenced: readonly string[];
  readonly lines: LineRange;
}

/** What a file has silenced of other linters. Made for each file, and read when the first finding asks. */
export class PeerDirectives {
  readonly #tree: SyntaxTree;
  #directives: readonly PeerDirective[] | undefined;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  /** The first of some linters and checks that is silenced on a line of a place. */
  silencedAt({ from, to }: Location, peers: readonly string[]): string | undefined {
    if (peers.length === 0) return undefined;
    this.#directives ??= peerDirectivesOf(this.#tree);
    const here = this.#directives.filter(({ lines }) => lines.from <= to.line && from.line <= lines.to);
    return peers.find((peer) => here.some(({ silenced }) => silenced.includes(peer.toLowerCase())));
  }
}

function peerDirectivesOf(tree: SyntaxTree): readonly PeerDirective[] {
  if (!/\/\/(?:lint:ignore|\s*nolint)/.test(tree.text)) return [];
  const lines = new LineIndex(tree.text);
  return tree.comments.flatMap((comment): PeerDirective[] => {
    const text = tree.text.slice(comment.start, comment.end).trimEnd();
    const linters = parseNolint(text)?.linters;
    if (linters) return [{ silenced: linters.map(lowerCase), lines: nolintLines(tree, comment, lines) }];
    const checks = parseLintIgnore(text);
    if (!checks) return [];
    // staticcheck reads it for the line on which a statement or declaration begins, not for what is within.
    const { from } = coveredLines(tree, comment, lines);
    return [{ silenced: checks.map(lowerCase), lines: { from, to: from } }];
  });
}

/** golangci-lint reads a directive behind code for that line alone, one above code for all that begins there. */
function nolintLines(tree: SyntaxTree, comment: Span, lines: LineIndex): LineRange {
  if (!isTrailing(tree, comment, lines)) return coveredLines(tree, comment, lines);
  const { line } = lines.position(comment.start);
  return { from: line, to: line };
}

/** The checks of staticcheck's `//lint:ignore SA1015,SA5001 reason`, which counts only with a reason. */
function parseLintIgnore(comment: string): readonly string[] | undefined {
  return /^\/\/lint:ignore[ \t]+(\S+)[ \t]+\S/.exec(comment)?.[1]?.split(",");
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
