import type { Assumption } from "../flow/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { conditionText } from "./code-text.js";
import type { ReportStep } from "./context.js";

/** How many of the branches before the end are shown; those before them matter less. */
const shownBranches = 3;

/** The last branches that a path takes. */
export function branchSteps(branches: readonly Assumption[]): ReportStep[] {
  return branches.flatMap((branch) => branchStep(branch) ?? []).slice(-shownBranches);
}

function branchStep(branch: Assumption): ReportStep | undefined {
  switch (branch.kind) {
    case "condition":
      return { at: branch.expression, message: conditionText(branch) };
    case "case":
      return branch.holds ? caseStep(branch.values[0]) : otherwiseStep(branch.subject, branch.values[0]);
    case "type-case":
      return branch.holds ? caseStep(branch.types[0]) : otherwiseStep(branch.subject, branch.types[0]);
    case "communication":
      return branch.clause.kind === "communication_case" ? caseStep(branch.clause.communication) : undefined;
    case "range":
      return branch.more ? { at: branch.clause, message: "when there is another element" } : undefined;
  }
}

function caseStep(at: SyntaxNode | undefined): ReportStep | undefined {
  return at && { at, message: "in this case" };
}

/** Where the last of all cases is not taken, none is. */
function otherwiseStep(subject: SyntaxNode, value: SyntaxNode | undefined): ReportStep | undefined {
  let clause = value?.parent;
  if (clause?.kind === "expression_list") clause = clause.parent;
  const statement = clause?.parent;
  if (statement?.kind !== "expression_switch_statement" && statement?.kind !== "type_switch_statement")
    return undefined;
  const cases = statement.children.filter(({ kind }) => kind !== "default_case");
  return cases.at(-1) === clause ? { at: subject, message: "in none of these cases" } : undefined;
}
