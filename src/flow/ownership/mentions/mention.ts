import {
  borrowers,
  borrowingTypes,
  generatedClients,
  viewTypes,
  borrowingPackages,
  releasers,
  releasersInC,
  takers,
  takersInC,
  views,
  wrappers,
} from "../../../knowledge/index.js";
import { withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode, Type } from "../../../semantics/index.js";
import type {
  CallExpressionNode,
  Expression,
  FuncLiteralNode,
  SelectorExpressionNode,
  SyntaxNode,
} from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { packageOf } from "../../calls/package-of.js";
import { parameterAt } from "../../calls/results.js";
import type { ParameterPlace } from "../../calls/results.js";
import { outermostParentheses } from "../../nodes/parentheses.js";
import { literalOf } from "../../values/assigned-values.js";
import { localVariable, targetOf } from "../../values/assigned-variable.js";
import { keeps, leaves } from "../effect.js";
import type { Departure, Drain, Effect } from "../effect.js";
import { usePart, viewPart } from "../holder.js";
import type { Holder } from "../holder.js";
import type { ResourceKind } from "../resource-kind.js";
import type { GoroutineOutcome, Summaries } from "../summaries/summaries.js";
import { ofAppended, ofContainer } from "./container-mention.js";
import { askedErrorOf, ofCallback, ofFunctionValue, outermostLiteral } from "./function-mention.js";

/** An argument that is a resource or a part of one. */
interface Given {
  readonly call: CallExpressionNode;
  readonly index: ParameterPlace;
  readonly part: string;
}

/** Tells what the mention of a holder does, from where it stands in the code. */
export class MentionEffects {
  readonly kind: ResourceKind;
  readonly #summaries: Summaries;

  constructor(kind: ResourceKind, summaries: Summaries) {
    this.kind = kind;
    this.#summaries = summaries;
  }

  /** What a mention of a holder does, in the function `owner` or in a function literal of it. */
  ofMention(mention: SyntaxNode, holder: Holder, owner: FunctionNode, semantics: FileSemantics): Effect {
    const literal = outermostLiteral(mention, owner);
    if (literal && holder.role === "ends") return keeps;
    if (literal) return this.#ofCapture(literal, holder, semantics);
    if (holder.role === "ends") return this.#ofEnd(mention);
    if (holder.role === "contains") return ofContainer(mention, holder, semantics);
    if (holder.role) return ofFunctionValue(mention, holder.role);
    return this.ofValue(mention, holder.part, semantics);
  }

  /** Whether an expression is a channel on which a resource sends, and which nobody ever closes. */
  isFeed(channel: Expression, holders: readonly Holder[], semantics: FileSemantics): boolean {
    const inner = withoutParentheses(channel);
    if (inner.kind === "call_expression") return this.kind.givesFeed(calledName(inner, semantics));
    const isField = inner.kind === "selector_expression";
    const operand = isField ? withoutParentheses(inner.operand) : inner;
    if (isField && operand.kind === "call_expression") return this.kind.isChannel(inner.field.text);
    const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
    const holder = holders.find((candidate) => candidate.variable === variable);
    if (!holder) return false;
    return this.kind.isChannel(isField ? holder.part + inner.field.text : holder.part.slice(0, -1));
  }

  /** What is done with an expression whose value is a resource or, where `part` is not empty, a part of one. */
  ofValue(value: SyntaxNode, part: string, semantics: FileSemantics): Effect {
    const node = outermostParentheses(value);
    const parent = node.parent;
    switch (parent?.kind) {
      case "selector_expression":
        return this.#ofSelection(parent, part, semantics);
      case "call_expression":
        // The value is what is called.
        return part === "" && this.kind.isReleasedByCall ? { kind: "releases", at: parent } : keeps;
      case "argument_list":
        return this.#ofArgument(node, parent.parent, part, semantics);
      case "type_conversion_expression":
        return this.ofValue(parent, part, semantics);
      case "unary_expression":
        if (parent.operator !== "<-") return leaves(parent, "addressed");
        return this.#ofReceive(parent, part);
      case "receive_statement":
      case "range_clause":
        return this.#ofReceive(parent, part);
      case "send_statement":
        // A channel may be a resource, too; sending on it is no more than using it.
        return parent.channel === node ? keeps : leaves(parent, "stored");
      case "binary_expression":
        return parent.operator === "==" || parent.operator === "!=" ? keeps : leaves(parent, "passed");
      case "expression_statement":
        return keeps;
      case "expression_list":
        return ofListed(node, parent, part, semantics);
      case "literal_element":
        return this.#ofElement(parent, semantics);
      default:
        return leaves(parent ?? node, "stored");
    }
  }

  /** What a function literal does with a variable that it captures, whatever path is taken in it. */
  ofLiteral(literal: FuncLiteralNode, holder: Holder, semantics: FileSemantics): Effect {
    const mentions = semantics.package
      .identifiersOf(holder.variable)
      .filter((mention) => literal.contains(mention));
    const effects = mentions.map((mention) => this.ofMention(mention, holder, literal, semantics));
    const releases = effects.filter((effect) => effect.kind === "releases");
    const gone = effects.find(({ kind }) => kind === "leaves" || kind === "shares");
    if (gone || !releases[0]) return gone ?? keeps;
    const places = releases.map(({ at }) => at);
    const onError = askedErrorOf(places, literal, semantics);
    if (onError) return { ...releases[0], onError };
    // Where both branches for an error release, the one for success tells more.
    return releases.find(({ at }) => !askedErrorOf([at], literal, semantics)) ?? releases[0];
  }

  /** What is done with a composite literal that has the resource for an element: `&io.LimitedReader{R: f}`. */
  #ofElement(element: SyntaxNode, semantics: FileSemantics): Effect {
    const keyed = element.parent?.kind === "keyed_element" ? element.parent : element;
    const literal = keyed.parent?.parent;
    if (literal?.kind !== "composite_literal") return leaves(element, "stored");
    if (!viewTypes.has(semantics.typeText(semantics.typeOf(literal)))) return leaves(literal, "stored");
    const address = literal.parent?.kind === "unary_expression" ? literal.parent : literal;
    return this.ofValue(address, viewPart, semantics);
  }

  /** `<-ctx.Done()` */
  #ofEnd(mention: SyntaxNode): Effect {
    const selector = mention.parent;
    const call = selector?.parent;
    const receive = call?.parent;
    const isDone =
      selector?.kind === "selector_expression" &&
      selector.field.text === this.kind.facts.endsWith?.method &&
      call?.kind === "call_expression" &&
      receive?.kind === "unary_expression" &&
      receive.operator === "<-";
    return isDone ? { kind: "releases", at: receive } : keeps;
  }

  #ofReceive(receive: SyntaxNode, part: string): Effect {
    return this.kind.isReleasedByReceive(part) ? { kind: "releases", at: receive, isOver: true } : keeps;
  }

  #ofSelection(selector: SelectorExpressionNode, part: string, semantics: FileSemantics): Effect {
    const kind = this.kind;
    const path = part + selector.field.text;
    const node = outermostParentheses(selector);
    const around = node.parent;
    const call = around?.kind === "call_expression" && around.function === node ? around : undefined;
    if (kind.isRelease(path))
      return call ? { kind: "releases", at: call } : this.#ofMethodValue(node, semantics);
    if (kind.leadsToRelease(`${path}.`) || kind.isChannel(path))
      return this.ofValue(node, `${path}.`, semantics);
    if (kind.isDetail(path)) return keeps;
    // `zw.Name = name`
    if (isAssigned(node)) return keeps;
    if (!call && kind.handsOut(path)) return leaves(selector, "handed out");
    // What a view gives comes out of the resource, and is not a way to it.
    if (!call && isView(part) && around?.kind === "range_clause") return keeps;
    if (!call) return ofField(selector, semantics);
    if (kind.namesFunctions && kind.isReleasedBy(calledName(call, semantics), 0))
      return { kind: "releases", at: call };
    if (kind.isReleasedByReceive(`${path}().`)) return this.ofValue(call, `${path}().`, semantics);
    if (kind.handsOut(path)) return leaves(call, "handed out");
    if (kind.endsByFailing && kind.isEndedByFailing(calledName(call, semantics)))
      return ofDrain(call, "not nil");
    if (kind.isRestart(path)) return { kind: "keeps", restarts: true };
    return kind.packages.has(semantics.package.source.path ?? "")
      ? this.#ofOwnMethod(call, part, semantics)
      : keeps;
  }

  /** What a method of the resource does with it, in the package that declares both: it may put it into what it returns. */
  #ofOwnMethod(call: CallExpressionNode, part: string, semantics: FileSemantics): Effect {
    const callee = part === "" ? semantics.callee(call) : undefined;
    if (callee?.kind !== "declared") return keeps;
    return this.#ofCalled(callee.declarations, { call, index: "receiver", part }, semantics);
  }

  /** `f.Close` without a call: whoever gets the function can release. */
  #ofMethodValue(value: SyntaxNode, semantics: FileSemantics): Effect {
    const target = value.parent?.kind === "expression_list" ? targetOf(value, 0) : undefined;
    const variable = target && localVariable(target, semantics);
    return variable
      ? { kind: "shares", with: { variable, part: "", role: "releases" } }
      : leaves(value, "handed out");
  }

  #ofArgument(
    argument: SyntaxNode,
    call: SyntaxNode | undefined,
    part: string,
    semantics: FileSemantics,
  ): Effect {
    if (call?.kind !== "call_expression") return leaves(argument, "passed");
    if (semantics.package.program.types.ifType(call.function)) return this.ofValue(call, part, semantics);
    const index = call.arguments.children.indexOf(argument as Expression);
    const method = index === 0 ? methodOfExpression(call, semantics) : undefined;
    if (method !== undefined && this.kind.isRelease(part + method)) return { kind: "releases", at: call };
    const told = this.#ofTold(call, index, semantics);
    if (told) return told;
    const callee = semantics.callee(call);
    switch (callee?.kind) {
      case "builtin":
        if (callee.name === "append") return ofAppended(call, part, semantics);
        return callee.name === "panic" || callee.name === "copy" ? leaves(call, "stored") : keeps;
      case "literal":
        return this.#ofCalled([callee.literal], { call, index, part }, semantics);
      case "declared":
        return this.#ofCalled(callee.declarations, { call, index, part }, semantics);
      case "value": {
        const literal = literalOf(callee.object, semantics);
        if (literal) return this.#ofCalled([literal], { call, index, part }, semantics);
        return this.#ofKnown(call, index, part, semantics);
      }
      default:
        return this.#ofKnown(call, index, part, semantics);
    }
  }

  /** What the facts about this kind say of a function. It goes before what can be seen in the function. */
  #ofTold(call: CallExpressionNode, index: number, semantics: FileSemantics): Effect | undefined {
    if (!this.kind.namesFunctions) return undefined;
    const name = calledName(call, semantics);
    if (this.kind.isReleasedBy(name, index)) return { kind: "releases", at: call };
    if (this.kind.isTakenBy(name)) return leaves(call, "taken");
    return this.kind.isBorrowedBy(name) ? keeps : undefined;
  }

  #ofKnown(call: CallExpressionNode, index: number, part: string, semantics: FileSemantics): Effect {
    const name = calledName(call, semantics);
    if (releasers.has(name) || releasersInC.test(name)) return { kind: "releases", at: call };
    if (takers[name]?.includes(index) === true) return leaves(call, "taken");
    // Releasing either one releases both.
    if (wrappers[name]?.argument === index)
      return this.#ofResult(call, wrappers[name].result, part, semantics);
    if (views.has(name)) return this.ofValue(call, viewPart, semantics);
    if (borrows(name)) return keeps;
    const implementation = semantics.implementation(call);
    const inside = implementation && this.#ofCalled([implementation], { call, index, part }, semantics);
    if (inside && inside.kind !== "leaves") return inside;
    if (this.#isGeneratedClient(call, name, index, semantics))
      return this.#ofResult(call, 0, usePart, semantics);
    // Through a view nobody can release, but what a method is given may stay with its receiver.
    const isUse =
      part === viewPart
        ? name !== "" && !name.includes("(")
        : this.#onlyUses(call, name, index, part, semantics);
    const use = isUse ? this.#ofView(call, semantics) : undefined;
    // What a function keeps, and gives no view of, it has put where others see it: `log.SetOutput(file)`.
    if (inside && (!use || use.kind === "keeps")) return inside;
    return use ?? leaves(call, "passed");
  }

  /** Whether a function whose package is out of reach is one that protoc writes: `pb.NewGreeterClient(conn)`. */
  #isGeneratedClient(
    call: CallExpressionNode,
    name: string,
    index: number,
    semantics: FileSemantics,
  ): boolean {
    if (index !== 0 || call.arguments.children.length !== 1) return false;
    if (!generatedClients.functions.test(name) || semantics.typeOf(call.function).kind !== "unknown")
      return false;
    return (
      generatedClients.argument ===
      semantics.typeText(semantics.typeOf(call.arguments.children[0] as Expression))
    );
  }

  /**
   * Whether the type of a parameter shows that a function can only use its argument: an interface without a method that
   * releases. Methods are left out, as what they keep may stay for as long as their receiver.
   */
  #onlyUses(
    call: CallExpressionNode,
    name: string,
    index: number,
    part: string,
    semantics: FileSemantics,
  ): boolean {
    if (name.includes("(") || this.kind.isReleasedByCall || call.parent?.kind === "go_statement")
      return false;
    const { members } = semantics.package.program.types;
    const signature = members.core(semantics.typeOf(call.function));
    const type = signature.kind === "signature" ? signature.parameters[index] : undefined;
    if (!type) return false;
    if (borrowingTypes.has(semantics.typeText(type))) return true;
    const underlying = members.underlying(type);
    if (underlying.kind !== "interface" || underlying.methods.length === 0) return false;
    return this.kind.releasesOf(part).every((method) => members.select(type, method) === undefined);
  }

  /** What is done with the result of a call that may go on using the resource. */
  #ofView(call: CallExpressionNode, semantics: FileSemantics): Effect {
    const type = semantics.typeOf(call);
    const types = type.kind === "tuple" ? type.types : [type];
    const result = types.findIndex((candidate) => !isPlain(candidate, semantics));
    return result === -1 ? keeps : this.#ofResult(call, result, usePart, semantics);
  }

  /** What is done with one of the results of a call, when that is the resource again. */
  #ofResult(call: CallExpressionNode, result: number, part: string, semantics: FileSemantics): Effect {
    const target = call.parent?.kind === "expression_list" ? targetOf(call, result) : undefined;
    const variable = target && localVariable(target, semantics);
    return variable ? { kind: "shares", with: { variable, part } } : this.ofValue(call, part, semantics);
  }

  #ofCalled(declarations: readonly FunctionNode[], given: Given, semantics: FileSemantics): Effect {
    const { call } = given;
    const isStarted = call.parent?.kind === "go_statement";
    const effects = declarations.map((declared) =>
      isStarted ? this.#ofStarted(declared, given, semantics) : this.#ofRun(declared, given, semantics),
    );
    return (
      effects.find(({ kind }) => kind === "leaves") ??
      effects.find(({ kind }) => kind === "releases") ??
      effects.find((effect) => effect.kind === "keeps" && !effect.drain) ??
      effects[0] ??
      leaves(call, "passed")
    );
  }

  /** What a function that is called does with an argument. */
  #ofRun(declared: FunctionNode, { call, index, part }: Given, semantics: FileSemantics): Effect {
    const declaration = semantics.package.withBody(declared);
    const file = semantics.package.program.file(declaration.tree) ?? semantics;
    const through = { function: declaration, parameter: index, part };
    switch (this.#summaries.parameterEffect(declaration, index, this.kind, part, file)) {
      case "leaves":
        return { kind: "leaves", at: call, how: "kept", through };
      case "too deep":
        return { kind: "leaves", at: call, how: "kept", through, isTooDeep: true };
      case "releases":
        return { kind: "releases", at: call, through };
      case "drains":
        return ofDrain(call, "always");
      case "drains or fails":
        return ofDrain(call, "nil");
      case "keeps":
        return keeps;
    }
  }

  /** What a function that runs as a goroutine does with an argument. */
  #ofStarted(declared: FunctionNode, given: Given, semantics: FileSemantics): Effect {
    const { call, index, part } = given;
    const declaration = semantics.package.withBody(declared);
    const file = semantics.package.program.file(declaration.tree) ?? semantics;
    const parameter = parameterAt(declaration, index);
    const variable = parameter && file.objectOf(parameter);
    if (!variable) return leaves(call, "started");
    const outcome = this.#summaries.goroutineOutcome(declaration, { variable, part }, this.kind, file);
    return ofGoroutine(outcome, call, { at: call, how: "started" });
  }

  /** What becomes of a resource that a function literal reaches, from where the literal is. */
  #ofCapture(literal: FuncLiteralNode, holder: Holder, semantics: FileSemantics): Effect {
    const inside = this.ofLiteral(literal, holder, semantics);
    if (inside.kind === "leaves" || inside.kind === "shares") return leaves(literal, "captured");
    const node = outermostParentheses(literal);
    const parent = node.parent;
    if (parent?.kind === "call_expression" && parent.function === node) {
      return this.#ofCalledLiteral(literal, parent, inside, holder, semantics);
    }
    if (parent?.kind === "argument_list" && parent.parent?.kind === "call_expression") {
      return ofCallback(parent.parent, inside, literal, semantics);
    }
    const target = parent?.kind === "expression_list" ? targetOf(node, 0) : undefined;
    const variable = target && localVariable(target, semantics);
    if (target?.text === "_") return keeps;
    if (!variable) return leaves(literal, inside.kind === "releases" ? "handed out" : "captured");
    const role = inside.kind === "releases" ? "releases" : "uses";
    return { kind: "shares", with: { variable, part: holder.part, role } };
  }

  /** `func() { … }()`, with or without go or defer. */
  #ofCalledLiteral(
    literal: FuncLiteralNode,
    call: CallExpressionNode,
    inside: Effect,
    holder: Holder,
    semantics: FileSemantics,
  ): Effect {
    if (call.parent?.kind === "go_statement") {
      const outcome = this.#summaries.goroutineOutcome(literal, holder, this.kind, semantics);
      return ofGoroutine(outcome, call, { at: literal, how: "captured" });
    }
    if (inside.kind !== "releases") return keeps;
    const isDeferred = call.parent?.kind === "defer_statement";
    return isDeferred && inside.onError
      ? { kind: "releases", at: call, onError: inside.onError }
      : { kind: "releases", at: call };
  }
}

/** What is done with what a field holds that may be part of the resource: using it is no more than using the resource. */
function ofField(field: SelectorExpressionNode, semantics: FileSemantics): Effect {
  if (isPlain(semantics.typeOf(field), semantics)) return keeps;
  const node = outermostParentheses(field);
  const around = node.parent;
  if (around?.kind === "binary_expression") return keeps;
  if (around?.kind !== "selector_expression") return leaves(field, "stored");
  const method = outermostParentheses(around);
  const call = method.parent;
  if (call?.kind !== "call_expression" || call.function !== method) return ofField(around, semantics);
  return endings.has(around.field.text) ? { kind: "releases", at: call } : keeps;
}

/** Whether a part is something that only uses the resource. */
function isView(part: string): boolean {
  return part === viewPart || part === usePart;
}

/** Methods that are taken to end what a field holds. */
const endings: ReadonlySet<string> = new Set(["Close", "Release", "Shutdown", "Stop"]);

/** The starting function has to release what a goroutine does not. */
function ofGoroutine(
  outcome: GoroutineOutcome,
  start: SyntaxNode,
  taken: { readonly at: SyntaxNode; readonly how: Departure },
): Effect {
  switch (outcome.kind) {
    case "left over":
      return keeps;
    case "partly left over":
      return { kind: "keeps", partly: { ...outcome.loss, start } };
    case "released":
      return leaves(taken.at, "entrusted");
    case "kept":
    case "settled":
      return leaves(taken.at, taken.how);
  }
}

function isAssigned(node: SyntaxNode): boolean {
  const statement = node.parent?.kind === "expression_list" ? node.parent.parent : undefined;
  return statement?.kind === "assignment_statement" && statement.left === node.parent;
}

/** The method that a method expression names: `Close` of `(*os.File).Close(f)`. */
function methodOfExpression(
  { function: called }: CallExpressionNode,
  semantics: FileSemantics,
): string | undefined {
  if (called.kind !== "selector_expression") return undefined;
  return semantics.package.program.types.ifType(called.operand) ? called.field.text : undefined;
}

/** Whether a value of a type cannot refer to anything else: numbers, strings, errors. */
function isPlain(type: Type, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  return members.underlying(type).kind === "basic" || semantics.typeText(type) === "error";
}

/** Whether a function only uses what it is given. */
function borrows(name: string): boolean {
  const packageName = packageOf(name);
  if (packageName === "C") return !takersInC.test(name);
  return borrowers.has(name) || borrowingPackages.has(packageName);
}

function ofListed(node: SyntaxNode, list: SyntaxNode, part: string, semantics: FileSemantics): Effect {
  const statement = list.parent;
  if (statement?.kind === "return_statement") {
    const index = list.allChildren.indexOf(node);
    // Nobody can release the resource through what is returned.
    if (part === viewPart) return keeps;
    if (part === usePart) return leaves(statement, "returned");
    return { kind: "leaves", at: statement, how: "returned", result: { index, part } };
  }
  if (statement?.kind === "range_clause" || statement?.kind === "expression_case") return keeps;
  const target = targetOf(node, 0);
  // The left side of an assignment: the search takes care of it.
  if (!target) return keeps;
  if (target.text === "_") return keeps;
  const variable = localVariable(target, semantics);
  return variable ? { kind: "shares", with: { variable, part } } : leaves(statement ?? list, "stored");
}

/** What a call does after which a resource is over: nothing yet, where it is deferred. */
function ofDrain(call: CallExpressionNode, when: Drain["when"]): Effect {
  return call.parent?.kind === "defer_statement" ? keeps : { kind: "keeps", drain: { call, when } };
}
