import { chainOf } from "../flow/index.js";
import type { Leak } from "../flow/index.js";
import { calledText } from "./code-text.js";
import type { ReportStep } from "./context.js";

/** Where the functions of the module that hand a resource on get it from. */
export function originSteps(acquisition: Leak["acquisition"]): ReportStep[] {
  return chainOf(acquisition).flatMap(({ call, kind, from }) => {
    if (!from) return [];
    const source = `the ${from.kind.facts.noun} of ${calledText(from.call)}`;
    const how = from.kind === kind ? `hands out ${source}` : `makes something that owns ${source}`;
    return [{ at: from.call, message: `${calledText(call)} ${how}` }];
  });
}
