import { EarlyUses, defineRule, errorCheckAfter, facts, insertStatementAfter, ownLineOf } from "#rule";
import type { EarlyUse, FileSemantics, Fix, ResourceFacts, RuleContext, SyntaxNode } from "#rule";

const uses = new EarlyUses(
  Object.values<object>(facts).filter((value): value is ResourceFacts => "noun" in value),
  facts.openedOnError,
);

export default defineRule({
  meta: {
    name: "close-before-error-check",
    aliases: ["httpresponse", "defer-before-error-check"],
    replaces: ["govet", "vet", "httpresponse", "staticcheck", "SA5001"],
    summary: "Close is deferred before it is known whether there is anything to close",
    category: "resource",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-252", "CWE-476"],
    since: "0.1.0",
    status: "stable",
    messages: {
      panics:
        "{{use}} comes before {{error}} is looked at: when {{call}} fails, {{variable}} is nil, and this panics",
      isNil:
        "{{use}} comes before {{error}} is looked at: when {{call}} fails, {{variable}} is nil, with nothing to close",
    },
    advice: {
      panics: "Look at the error first, and leave the function if there is one.",
      isNil: "Look at the error first, and leave the function if there is one.",
    },
    fix: "safe",
  },
  create({ semantics, report }) {
    const check = (statement: Parameters<EarlyUses["find"]>[0]): void => {
      const found = uses.find(statement, semantics);
      if (found) report(reportOf(found, semantics));
    };
    return { short_var_declaration: check, assignment_statement: check, var_spec: check };
  },
});

function reportOf(found: EarlyUse, semantics: FileSemantics): Parameters<RuleContext["report"]>[0] {
  const { call, variable, error, use, panics } = found;
  const { name } = variable;
  return {
    at: use,
    messageId: panics ? "panics" : "isNil",
    data: {
      use: shortText(use, `the use of ${name}`),
      error: error?.name ?? "the error",
      call: shortText(call.function, "the call"),
      variable: name,
    },
    path: [
      { at: call, message: `when this fails, ${name} is nil` },
      { at: use, message: panics ? "nil or not, it is used here" : "nil or not, it is to be closed" },
    ],
    fixes: error ? afterCheck(found, error.name, semantics) : [],
    // Closing nothing gives an error that is thrown away.
    minor: !panics,
  };
}

function shortText({ text }: SyntaxNode, otherwise: string): string {
  return text.length <= longestShown && !text.includes("\n") ? text : otherwise;
}

const longestShown = 60;

/** Puts the line of the defer behind the error check, where that is the next statement and leaves the function. */
function afterCheck({ use }: EarlyUse, error: string, semantics: FileSemantics): Fix[] {
  const check = use.kind === "defer_statement" ? errorCheckAfter(use, error, semantics) : undefined;
  const line = check && ownLineOf(use);
  const edits = line && insertStatementAfter(check, line.text);
  return edits ? [{ kind: "safe", message: "look at the error first", edits: [line.removal, ...edits] }] : [];
}
