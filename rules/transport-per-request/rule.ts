import {
  KindId,
  closesUnread,
  constantInteger,
  defineRule,
  enclosingFunction,
  facts,
  localLife,
  mayRunOften,
  ownNodes,
  runsRepeatedly,
  setsField,
} from "#rule";
import type {
  CallExpressionNode,
  CompositeLiteralNode,
  Expression,
  FileSemantics,
  FunctionNode,
  LocalLife,
  LocalRules,
  RuleContext,
  SyntaxNode,
} from "#rule";

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
    const { semantics } = context;
    return {
      composite_literal(literal) {
        // Most literals are told apart by the last word of their type.
        if (lastNameOf(literal.type) !== "Transport") return;
        if (semantics.typeText(semantics.typeOf(literal)) !== "net/http.Transport") return;
        if (endsConnections(literal, semantics))
          explainSilence(literal, "it limits the life of idle connections", context);
        else check(literal, "literal", context);
      },
      call_expression(call) {
        const called = call.function;
        if (called.kind !== "selector_expression" || called.field.text !== "Clone") return;
        if (semantics.calleeName(call) !== "net/http.(*Transport).Clone") return;
        // It takes many clones to be too many.
        if (runsRepeatedly(call, semantics)) check(call, "clone", context);
        else explainSilence(call, few, context);
      },
    };
  },
});

function lastNameOf(type: CompositeLiteralNode["type"]): string | undefined {
  if (type.kind === "qualified_type") return type.name.text;
  return type.kind === "type_identifier" ? type.text : undefined;
}

function check(made: Expression, messageId: "literal" | "clone", context: RuleContext): void {
  const { semantics } = context;
  const owner = enclosingFunction(made);
  const life = owner && !context.file.isTest ? localLife(made, transport, semantics) : undefined;
  const leaves = owner && life && leavesConnections(life, semantics) && !endsRequests(life, owner, semantics);
  if (!leaves) {
    explainSilence(made, "it lives on, is not used here, or leaves no connections open", context);
    return;
  }
  // Asked last, as the code that calls the function is looked at for that, too.
  if (messageId === "literal" && !mayRunOften(made, semantics, context.file)) {
    explainSilence(made, few, context);
    return;
  }
  const { end } = owner.body ?? owner;
  context.report({
    at: made,
    messageId,
    // The clone of the default transport closes what has been idle for 90 seconds.
    minor: messageId === "clone",
    path: [
      { at: made, message: "made here, with a pool of connections of its own" },
      {
        at: { tree: owner.tree, start: end - 1, end },
        message: "out of reach here; idle connections stay open, each with two goroutines",
      },
    ],
  });
}

const few = "nothing shows that it is made more than a few times";

function explainSilence(made: Expression, message: string, { explain }: RuleContext): void {
  explain?.({ at: made, why: "harmless", message });
}

function leavesConnections({ methods, settings }: LocalLife, semantics: FileSemantics): boolean {
  if (!methods.some((method) => facts.transportUses.has(method))) return false;
  if (methods.some((method) => facts.idleClosers.has(method))) return false;
  return !settings.some((setting) => limitsIdle(setting, semantics));
}

/** Whether a transport limits the life of idle connections, or makes them in a way that somebody else may end. */
function endsConnections(literal: CompositeLiteralNode, semantics: FileSemantics): boolean {
  if (limitsIdle(literal, semantics)) return true;
  return literal.body.children.some((element) => {
    if (element.kind !== "keyed_element") return false;
    const isDial = facts.dialFields.has(semantics.fieldName(element) ?? "");
    return isDial && mayEndConnections(element.value.child as Expression, semantics);
  });
}

/** Whether code limits the life of idle connections, or how many there may be to none. */
function limitsIdle(setting: SyntaxNode, semantics: FileSemantics): boolean {
  return (
    setsField(setting, facts.idleLimits, semantics) ||
    setsField(setting, facts.idleCounts, semantics, isNegative)
  );
}

function isNegative(value: SyntaxNode, semantics: FileSemantics): boolean {
  const count = constantInteger(value, semantics);
  return count !== undefined && count < 0n;
}

/** Whether a function gives connections that it has not opened itself, or opens some that fail after a time. */
function mayEndConnections(dial: Expression, semantics: FileSemantics): boolean {
  const called = calledBy(dial, semantics);
  const opens = called.some((name) => Object.hasOwn(facts.connections.acquire, name));
  return !opens || called.some((name) => facts.readDeadlines.has(name));
}

/** What a function of this package calls, or the name of one of another package; nothing where it is not known which it is. */
function calledBy(named: Expression, semantics: FileSemantics): readonly string[] {
  const callee = semantics.calleeOf(named);
  switch (callee?.kind) {
    case "literal":
      return calledIn(callee.literal, semantics);
    case "declared":
      return callee.declarations.flatMap((code) => calledIn(code, semantics.package.file(code.tree)));
    case "imported":
      return [callee.name];
    default:
      return [];
  }
}

function calledIn(code: SyntaxNode, semantics: FileSemantics): readonly string[] {
  const calls = ownNodes(code, KindId.call_expression) as CallExpressionNode[];
  return calls.flatMap((call) => semantics.calleeName(call) ?? []);
}

/** Whether no connection is idle after a request: it is to be closed then, or the rest of an answer is dropped with it. */
function endsRequests(life: LocalLife, owner: FunctionNode, semantics: FileSemantics): boolean {
  if (closesConnections(owner, semantics)) return true;
  // The answer to HEAD has no body.
  if (life.methods.includes("net/http.(*Client).Head")) return false;
  const sent = life.calls.filter((call) => facts.transportUses.has(semantics.calleeName(call) ?? ""));
  return sent.every((call) => closesUnread(call, semantics));
}

/** Whether a function asks for connections that end with the request: `req.Close = true`, `Connection: close`. */
function closesConnections(owner: FunctionNode, semantics: FileSemantics): boolean {
  if (setsField(owner, facts.lastRequests, semantics)) return true;
  const calls = ownNodes(owner, KindId.call_expression) as CallExpressionNode[];
  return calls.some((call) => {
    if (call.arguments.children.length !== 2 || !facts.headerSetters.has(semantics.calleeName(call) ?? ""))
      return false;
    const [name, value] = call.arguments.children.map((argument) =>
      semantics.constantText(argument as Expression)?.toLowerCase(),
    );
    return name === "connection" && value === "close";
  });
}
