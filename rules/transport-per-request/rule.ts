import { defineRule, enclosingFunction, localLife, mayRunOften, runsRepeatedly } from "#rule";
import type { Expression, FunctionNode, LocalLife, LocalRules, RuleContext, SyntaxNode } from "#rule";

const transport: LocalRules = {
  holders: { "net/http.Client": "Transport" },
  borrowers: new Set(["golang.org/x/net/http2.ConfigureTransport"]),
};

export default defineRule({
  meta: {
    name: "transport-per-request",
    summary: "HTTP transport made for each call keeps its idle connections open",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    messages: {
      literal: "each call makes an HTTP transport, uses it and forgets it, with idle connections still open",
      clone:
        "each request clones an HTTP transport, uses it and forgets it, with idle connections still open",
    },
    advice: {
      literal:
        "Share one client, or defer its CloseIdleConnections, or set DisableKeepAlives on the transport.",
      clone: "Share one client, or defer its CloseIdleConnections, or set DisableKeepAlives on the clone.",
    },
    fix: "none",
  },
  create(context) {
    const { semantics, file } = context;
    return {
      composite_literal(literal) {
        if (!literal.type.text.endsWith("Transport")) return;
        if (semantics.typeText(semantics.typeOf(literal)) !== "net/http.Transport") return;
        if (literal.body.children.some(endsConnections))
          explainSilence(literal, "it limits the life of idle connections", context);
        else if (mayRunOften(literal, semantics, file)) check(literal, "literal", context);
        else explainSilence(literal, "nothing shows that it is made more than a few times", context);
      },
      call_expression(call) {
        const called = call.function;
        if (called.kind !== "selector_expression" || called.field.text !== "Clone") return;
        // The clone of the default transport closes what has been idle for 90 seconds: it takes many to be too many.
        const isClone = semantics.calleeName(call) === "net/http.(*Transport).Clone";
        if (isClone && runsRepeatedly(call, semantics)) check(call, "clone", context);
      },
    };
  },
});

/** Methods that open connections. */
const requests = new Set(["Do", "Get", "Head", "Post", "PostForm", "RoundTrip"]);

function check(made: Expression, messageId: "literal" | "clone", context: RuleContext): void {
  const owner = enclosingFunction(made);
  const life = owner && !context.file.isTest ? localLife(made, transport, context.semantics) : undefined;
  if (!owner || !life || !leavesConnections(life) || closesConnections(owner)) {
    explainSilence(made, "it lives on, is not used here, or leaves no connections open", context);
    return;
  }
  const { end } = owner.body ?? owner;
  context.report({
    at: made,
    messageId,
    path: [
      { at: made, message: "made here, with a pool of connections of its own" },
      {
        at: { tree: owner.tree, start: end - 1, end },
        message: "out of reach here; idle connections stay open, each with two goroutines",
      },
    ],
  });
}

function explainSilence(made: Expression, message: string, { explain }: RuleContext): void {
  explain?.({ at: made, why: "harmless", message });
}

function leavesConnections({ methods, settings }: LocalLife): boolean {
  if (!methods.some((method) => requests.has(method)) || methods.includes("CloseIdleConnections"))
    return false;
  return !settings.some((setting) => limits.test(setting.left.text));
}

const limits = /\b(?:DisableKeepAlives|IdleConnTimeout)\b/;

/** Whether a field limits the life of idle connections, or makes them in a way that somebody else may end. */
function endsConnections(field: SyntaxNode): boolean {
  if (field.kind !== "keyed_element") return false;
  const { key, value } = field;
  if (limits.test(key.text)) return true;
  const isOwnDial = key.text.startsWith("Dial") && value.child.kind === "func_literal";
  return isOwnDial && (!/dial/i.test(value.text) || /\bSet(?:Read)?Deadline\b/.test(value.text));
}

/** Whether a function asks for connections that end with the request: `req.Close = true`, `Connection: close`. */
function closesConnections(owner: FunctionNode): boolean {
  return /\bClose\s*[:=]\s*true\b|"Connection",\s*"[Cc]lose"/.test(owner.text);
}
