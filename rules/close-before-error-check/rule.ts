import { EarlyUses, defineRule, errorCheckAfter, facts, insertStatementAfter } from "#rule";
import type { EarlyUse, Fix, ResourceFacts, RuleContext, SyntaxNode } from "#rule";

const uses = new EarlyUses(
  Object.values<object>(facts).filter((value): value is ResourceFacts => "noun" in value),
  facts.openedOnError,
);

export default defineRule({
  meta: {
    name: "close-before-error-check",
    aliases: ["httpresponse", "defer-before-error-check"],
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
    fix: "suggestion",
  },
  create({ semantics, report }) {
    const check = (statement: Parameters<EarlyUses["find"]>[0]): void => {
      const found = uses.find(statement, semantics);
      if (found) report(reportOf(found));
    };
    return { short_var_declaration: check, assignment_statement: check, var_spec: check };
  },
});

function reportOf(found: EarlyUse): Parameters<RuleContext["report"]>[0] {
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
    fixes: error ? afterCheck(found, error.name) : [],
    // Closing nothing gives an error that is thrown away.
    minor: !panics,
  };
}

function shortText({ text }: SyntaxNode, otherwise: string): string {
  return text.length <= longestShown && !text.includes("\n") ? text : otherwise;
}

const longestShown = 60;

/** Puts the line of the defer behind the error check, where that is the next statement. */
function afterCheck({ use }: EarlyUse, error: string): Fix[] {
  const check = use.kind === "defer_statement" ? errorCheckAfter(use, error) : undefined;
  const line = lineOf(use);
  const edit = check && line ? insertStatementAfter(check, line.text) : undefined;
  if (!edit || !line) return [];
  const { start, end } = line;
  return [
    { kind: "suggestion", message: "look at the error first", edits: [{ start, end, text: "" }, edit] },
  ];
}

/** The line that a statement has for itself, but for a comment behind it; undefined where it shares one. */
function lineOf(statement: SyntaxNode): { start: number; end: number; text: string } | undefined {
  const { text: source } = statement.tree;
  const start = source.lastIndexOf("\n", statement.start) + 1;
  const end = source.indexOf("\n", statement.start) + 1;
  const text = source.slice(start, end).trim();
  const rest = text.startsWith(statement.text) ? text.slice(statement.text.length).trim() : undefined;
  return rest === "" || rest?.startsWith("//") ? { start, end, text } : undefined;
}
