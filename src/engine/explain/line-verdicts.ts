import type { LineExplanation, Verdict } from "../../diagnostic/index.js";
import { calledName } from "../../flow/index.js";
import { enclosingFunction } from "../../semantics/index.js";
import type { FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import { LineIndex } from "../../text/line-index.js";
import { nodeAt } from "../finding.js";
import type { FileUnderLint } from "../finding.js";

type LineParts = Pick<LineExplanation, "verdicts" | "passing" | "calls" | "nearest">;

/** How many of the nearest places are named where a line has nothing. */
const namedNearest = 3;

/** What of the verdicts on a file concerns a line, or one column of it. Columns that nothing stands at count as none. */
export function lineVerdicts(
  all: readonly Verdict[],
  target: FileUnderLint,
  line: number,
  column: number | undefined,
): LineParts {
  const onLine = all.filter(({ location }) => location.from.line === line);
  const offset = column === undefined ? undefined : new LineIndex(target.tree.text).offset(line, column);
  const atColumn = onLine.filter(
    ({ location: { start, end } }) => offset !== undefined && start <= offset && offset < end,
  );
  const verdicts = atColumn.length > 0 ? atColumn : onLine;
  if (verdicts.length > 0) return { verdicts, passing: [], calls: [], nearest: [] };
  const passing = all.filter((verdict) => passesBy(verdict, target.path, line));
  return {
    verdicts,
    passing,
    calls: callsOn(line, target),
    nearest: passing.length > 0 ? [] : nearest(all, target, line),
  };
}

/** Whether something goes on over a line, or has a step on it. */
function passesBy({ location, steps }: Verdict, file: string, line: number): boolean {
  if (location.from.line < line && line <= location.to.line) return true;
  return steps.some((step) => step.location.file === file && step.location.from.line === line);
}

function callsOn(line: number, { tree, semantics }: FileUnderLint): LineParts["calls"] {
  const lines = new LineIndex(tree.text);
  const { kinds, starts, size } = tree.arena;
  const found: { text: string; name?: string }[] = [];
  for (let id = 0; id < size; id++) {
    if (kinds[id] !== KindId.call_expression) continue;
    if (lines.position(starts[id] as number).line !== line) continue;
    const call = tree.node(id) as CallExpressionNode;
    const name = calledName(call, semantics);
    const text = call.function.kind === "func_literal" ? "func literal" : call.function.text;
    found.push({ text, ...(name === "" ? {} : { name }) });
  }
  return found;
}

function nearest(all: readonly Verdict[], { tree }: FileUnderLint, line: number): readonly Verdict[] {
  const around = functionAround(line, tree);
  if (!around) return [];
  const distance = ({ location }: Verdict): number => Math.abs(location.from.line - line);
  return all
    .filter(({ location: { start } }) => around.start <= start && start < around.end)
    .filter(({ reason }) => reason !== "harmless")
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, namedNearest)
    .toSorted((a, b) => a.location.start - b.location.start);
}

/** The declaration of the function around a line. */
function functionAround(line: number, tree: FileUnderLint["tree"]): FunctionNode | undefined {
  const lines = new LineIndex(tree.text);
  const text = lines.lineText(line);
  const start = lines.lineStart(line) + text.length - text.trimStart().length;
  let around = enclosingFunction(nodeAt(tree, start));
  for (let outer = around; outer; outer = enclosingFunction(outer)) around = outer;
  return around;
}
