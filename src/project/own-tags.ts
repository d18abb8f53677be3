import type { BuildConstraint } from "./build-constraint.js";
import type { BuildExpression } from "./build-expression.js";
import { architectures, operatingSystems } from "./build-tags.js";

/** Tags that Go sets itself, or that mark a file as outside of every build. */
const goTags = /^(?:cgo|gc|gccgo|unix|race|msan|asan|purego|ignore|tools|go1\.\d+)$/;

/** The tags in a constraint that a project has made up: those that `go build -tags` would set. */
export function ownTags({ expression }: BuildConstraint): ReadonlySet<string> {
  const tags = expression ? tagsOf(expression) : [];
  return new Set(
    tags.filter((tag) => !goTags.test(tag) && !operatingSystems.has(tag) && !architectures.has(tag)),
  );
}

function tagsOf(expression: BuildExpression): readonly string[] {
  switch (expression.kind) {
    case "tag":
      return [expression.tag];
    case "not":
      return tagsOf(expression.operand);
    case "and":
    case "or":
      return expression.operands.flatMap(tagsOf);
  }
}
