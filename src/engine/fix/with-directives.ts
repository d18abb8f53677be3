import type { Diagnostic, Fix } from "../../diagnostic/index.js";
import type { SyntaxTree } from "../../syntax/index.js";
import { LineIndex } from "../../text/line-index.js";
import { suppressionPlace } from "../directives/suppression-place.js";
import type { SuppressionPlace } from "../directives/suppression-place.js";

/** A place for one directive, and the findings that it is for. */
interface Suppression {
  readonly place: SuppressionPlace;
  readonly diagnostics: Diagnostic[];
}

/**
 * The findings with a directive as their only fix: of those that one directive can speak for, the first has it. `treeOf` gives
 * the tree of a file as it was linted.
 */
export function withDirectives(
  diagnostics: readonly Diagnostic[],
  treeOf: (file: string) => SyntaxTree,
  reason: string,
): readonly Diagnostic[] {
  const files = new Set(diagnostics.map(({ location }) => location.file));
  return [...files].flatMap((file) => {
    const ofFile = diagnostics.filter(({ location }) => location.file === file);
    const suppressions = suppressionsOf(ofFile, treeOf(file));
    return ofFile.map((diagnostic) => {
      const suppression = suppressions.find(({ diagnostics: [first] }) => first === diagnostic);
      return withFixes(diagnostic, suppression ? [fixOf(suppression, reason)] : []);
    });
  });
}

function withFixes(diagnostic: Diagnostic, fixes: readonly Fix[]): Diagnostic {
  return { ...diagnostic, fixes };
}

function fixOf({ place, diagnostics }: Suppression, reason: string): Fix {
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].join(",");
  const directive = `//leakcheck:ignore ${rules} ${reason}`;
  const { start, end, before, after } = place;
  return {
    kind: "safe",
    message: `add \`${directive}\``,
    edits: [{ start, end, text: before + directive + after }],
  };
}

function suppressionsOf(diagnostics: readonly Diagnostic[], tree: SyntaxTree): readonly Suppression[] {
  const lines = new LineIndex(tree.text);
  const byPlace = new Map<number, Suppression>();
  for (const diagnostic of diagnostics) {
    // A directive about directives would only ask for the next.
    if (diagnostic.rule.endsWith("-directive")) continue;
    const place = suppressionPlace(tree, lines, diagnostic.location.start);
    if (!place) continue;
    const known = byPlace.get(place.start);
    if (known) known.diagnostics.push(diagnostic);
    else byPlace.set(place.start, { place, diagnostics: [diagnostic] });
  }
  return [...byPlace.values()];
}
