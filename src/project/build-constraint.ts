import {
  combine,
  evaluate,
  formatExpression,
  tagExpression,
  type BuildExpression,
} from "./build-expression.js";
import { architectures, buildTags, operatingSystems } from "./build-tags.js";
import type { SourceHeader } from "./source-header.js";

/** When a file is part of a build: by its name, its `//go:build` line and its use of cgo, taken together. */
export interface BuildConstraint {
  /** Undefined when the file is part of every build. */
  readonly expression: BuildExpression | undefined;
  /** In the syntax of `//go:build`, empty for every build. Equal texts mean equal constraints. */
  readonly text: string;
}

/** Of a file that is part of every build. */
export const unconstrained: BuildConstraint = { expression: undefined, text: "" };

/** The constraint of a file from its base name and its header. */
export function buildConstraint(
  fileName: string,
  header: Pick<SourceHeader, "build" | "importsC">,
): BuildConstraint {
  const tags = header.importsC ? [...fileNameTags(fileName), "cgo"] : fileNameTags(fileName);
  const parts = [...tags.map(tagExpression), ...header.build];
  if (parts.length === 0) return unconstrained;
  const expression = combine("and", parts);
  return { expression, text: formatExpression(expression) };
}

/** The constraint of builds in which certain tags are set. */
export function withTags(tags: readonly string[]): BuildConstraint {
  const expression = combine("and", tags.map(tagExpression));
  return { expression, text: formatExpression(expression) };
}

/** Whether a file with this constraint is part of the build in which exactly `tags` hold. */
export function isBuilt(constraint: BuildConstraint, tags: ReadonlySet<string>): boolean {
  return constraint.expression === undefined || evaluate(constraint.expression, tags);
}

const commonBuild = buildTags({ os: "linux", architecture: "amd64", release: 99 });

/** Whether a file with this constraint is part of the most common build: Linux on amd64. */
export function isCommonlyBuilt(constraint: BuildConstraint): boolean {
  return isBuilt(constraint, commonBuild);
}

/** The operating system and architecture that a file name demands, as in `poll_linux_amd64_test.go`. */
function fileNameTags(fileName: string): string[] {
  const [stem = ""] = fileName.split(".", 1);
  // What precedes the first `_` is never a tag: `linux.go` is for every system.
  const parts = stem.split("_").slice(1);
  if (parts.at(-1) === "test") parts.pop();
  const last = parts.at(-1);
  const previous = parts.at(-2);
  if (last === undefined) return [];
  if (previous !== undefined && operatingSystems.has(previous) && architectures.has(last)) {
    return [previous, last];
  }
  return operatingSystems.has(last) || architectures.has(last) ? [last] : [];
}
