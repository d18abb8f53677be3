import type { FunctionNode } from "../../semantics/index.js";
import type {
  BlockNode,
  CallExpressionNode,
  DefaultCaseNode,
  Expression,
  ExpressionCaseNode,
  ExpressionStatementNode,
  ExpressionSwitchStatementNode,
  ForStatementNode,
  IfStatementNode,
  LabeledStatementNode,
  RangeClauseNode,
  SelectStatementNode,
  SyntaxNode,
  TypeCaseNode,
  TypeSwitchStatementNode,
} from "../../syntax/index.js";
import { basicBlocks } from "./basic-blocks.js";
import { decideCase } from "./cases.js";
import { decide } from "./conditions.js";
import { DraftBlock } from "./draft-block.js";
import type { ControlFlowGraph, Departure, Exit } from "./graph.js";
import { Labels } from "./jump-targets.js";
import type { Jump, JumpTargets } from "./jump-targets.js";
import { errorsIn, operandsOf, specsOf, statementsIn } from "./statement-parts.js";

/** Says of a call that it never comes back, and why; undefined for one that may. */
export type DepartureOf = (call: CallExpressionNode) => Departure | undefined;

/**
 * The control-flow graph of a function, undefined for one without a body. Only calls that are statements of their
 * own are asked whether they come back. Never fails: a jump that leads nowhere in the source leads nowhere in the
 * graph, and where the parser lost a condition both outcomes are possible. Takes time linear in the body's size.
 */
export function controlFlowGraph(
  owner: FunctionNode,
  departureOf: DepartureOf,
): ControlFlowGraph | undefined {
  const { body } = owner;
  if (!body) return undefined;
  const entry = new GraphBuilder(departureOf).build(body);
  return { owner, entry, blocks: basicBlocks(entry) };
}

type SwitchStatement = ExpressionSwitchStatementNode | TypeSwitchStatementNode;
type SwitchClause = DefaultCaseNode | ExpressionCaseNode | TypeCaseNode;

/** A statement with other statements inside it. */
type CompoundStatement =
  | BlockNode
  | ForStatementNode
  | IfStatementNode
  | LabeledStatementNode
  | SelectStatementNode
  | SwitchStatement;

/** Where a statement stands in the graph. */
interface Place {
  /** The block at whose end it begins. */
  readonly from: DraftBlock;
  /** The block after it. */
  readonly next: DraftBlock;
  /** Where the jumps inside it lead. */
  readonly targets: JumpTargets;
  readonly label?: string;
}

/**
 * Builds the blocks of one function. A compound statement knows the blocks before and after it as soon as it is
 * met, so it can be laid out at any time later: it waits in a list, and nothing recurses over nesting.
 */
class GraphBuilder {
  readonly #departureOf: DepartureOf;
  readonly #labels = new Labels();
  readonly #waiting: { readonly statement: CompoundStatement; readonly place: Place }[] = [];

  constructor(departureOf: DepartureOf) {
    this.#departureOf = departureOf;
  }

  /** The block that a function begins with. */
  build(body: BlockNode): DraftBlock {
    const entry = new DraftBlock();
    const end = new DraftBlock();
    end.exit = { kind: "end", body };
    this.#connect(body, { from: entry, next: end, targets: {} });
    for (let task = this.#waiting.pop(); task; task = this.#waiting.pop()) {
      this.#layOut(task.statement, task.place);
    }
    return entry;
  }

  /** Puts one statement, or none, between two blocks. */
  #connect(statement: SyntaxNode | undefined, place: Place): void {
    const last = statement ? this.#append(statement, place) : place.from;
    if (last !== place.next) last.goTo(place.next);
  }

  /** Puts all statements of a block or clause between two blocks. */
  #connectAll(list: SyntaxNode, { from, next, targets }: Place): void {
    const statements = statementsIn(list);
    let current = from;
    for (const statement of statements.slice(0, -1)) {
      current = this.#append(statement, { from: current, next: new DraftBlock(), targets });
    }
    this.#connect(statements.at(-1), { from: current, next, targets });
  }

  /**
   * Lets a statement run at the end of `from` and returns the block where what follows it goes on: `from` itself
   * after a simple statement, `next` after a compound one, and after one that never goes on, a block that nothing
   * leads to.
   */
  #append(statement: SyntaxNode, place: Place): DraftBlock {
    const { from, next } = place;
    switch (statement.kind) {
      case "empty_statement":
      case "const_declaration":
      case "type_declaration":
        return from;
      case "block":
      case "expression_switch_statement":
      case "for_statement":
      case "if_statement":
      case "labeled_statement":
      case "select_statement":
      case "type_switch_statement":
        this.#waiting.push({ statement, place });
        return next;
      case "break_statement":
      case "continue_statement":
      case "fallthrough_statement":
      case "goto_statement":
        return this.#jump(statement, place);
      case "return_statement":
        from.steps.push(statement);
        return leave(from, { kind: "return", statement });
      case "expression_statement":
        return this.#evaluate(statement, from);
      case "var_declaration":
        from.run(specsOf(statement));
        return from;
      default:
        from.steps.push(statement);
        return from;
    }
  }

  #evaluate(statement: ExpressionStatementNode, from: DraftBlock): DraftBlock {
    from.steps.push(statement);
    const call = statement.child;
    if (call.kind !== "call_expression") return from;
    const departure = this.#departureOf(call);
    return departure ? leave(from, { kind: departure, call }) : from;
  }

  #jump(jump: Jump, { from, targets }: Place): DraftBlock {
    const target = this.#labels.target(jump, targets);
    if (target) from.goTo(target);
    return new DraftBlock();
  }

  #layOut(statement: CompoundStatement, place: Place): void {
    if (statement.kind === "block") return this.#connectAll(statement, place);
    place.from.run(errorsIn(statement));
    switch (statement.kind) {
      case "expression_switch_statement":
      case "type_switch_statement":
        return this.#switch(statement, place);
      case "for_statement":
        return statement.child?.kind === "range_clause"
          ? this.#rangeLoop(statement, statement.child, place)
          : this.#conditionLoop(statement, statement.child, place);
      case "if_statement":
        return this.#if(statement, place);
      case "labeled_statement":
        return this.#labeled(statement, place);
      case "select_statement":
        return this.#select(statement, place);
    }
  }

  #labeled({ label, child }: LabeledStatementNode, { from, next, targets }: Place): void {
    const start = this.#labels.place(label.text);
    from.goTo(start);
    this.#connect(child, { from: start, next, targets, label: label.text });
  }

  #if({ initializer, condition, consequence, alternative }: IfStatementNode, place: Place): void {
    const { next, targets } = place;
    const from = this.#initialize(initializer, place);
    const whenTrue = new DraftBlock();
    const whenFalse = alternative ? new DraftBlock() : next;
    decide(condition, { from, whenTrue, whenFalse });
    this.#connect(consequence, { from: whenTrue, next, targets });
    if (alternative) this.#connect(alternative, { from: whenFalse, next, targets });
  }

  #conditionLoop(
    loop: ForStatementNode,
    control: Exclude<ForStatementNode["child"], RangeClauseNode>,
    place: Place,
  ): void {
    const { next, targets } = place;
    const clause = control?.kind === "for_clause" ? control : undefined;
    const condition = control?.kind === "for_clause" ? control.condition : control;
    const head = new DraftBlock();
    const body = new DraftBlock();
    const update = clause?.update ? new DraftBlock() : head;
    this.#initialize(clause?.initializer, place).goTo(head);
    if (condition || errorsIn(loop).length > 0) {
      decide(condition, { from: head, whenTrue: body, whenFalse: next });
    } else {
      head.goTo(body);
    }
    this.#connect(loop.body, { from: body, next: update, targets: this.#targetsIn(place, update) });
    if (clause?.update) this.#connect(clause.update, { from: update, next: head, targets });
  }

  /** Whatever it ranges over, a loop may have no turn at all. */
  #rangeLoop(loop: ForStatementNode, clause: RangeClauseNode, place: Place): void {
    const { from, next } = place;
    const head = new DraftBlock();
    const body = new DraftBlock();
    from.steps.push(clause.right);
    from.goTo(head);
    head.goTo(body, { kind: "range", clause, more: true });
    head.goTo(next, { kind: "range", clause, more: false });
    if (clause.left) body.steps.push(clause);
    this.#connect(loop.body, { from: body, next: head, targets: this.#targetsIn(place, head) });
  }

  /** Cases are tested in their order, and the default, wherever it stands, is for when none of them is taken. */
  #switch(statement: SwitchStatement, place: Place): void {
    const { next } = place;
    const from = this.#initialize(statement.initializer, place);
    const subject = subjectOf(statement);
    if (subject) from.steps.push(subject);
    const clauses: readonly SwitchClause[] = statement.children;
    const branches = clauses.map((clause) => ({ clause, body: new DraftBlock() }));
    const targets = this.#targetsIn(place);
    branches.forEach(({ clause, body }, at) => {
      const fallthrough = branches[at + 1]?.body ?? next;
      this.#connectAll(clause, { from: body, next, targets: { ...targets, fallthrough } });
    });
    let otherwise = branches.find(({ clause }) => clause.kind === "default_case")?.body ?? next;
    for (const { clause, body } of branches.toReversed()) {
      if (clause.kind === "default_case") continue;
      const test = new DraftBlock();
      decideCase(clause, subject, { from: test, whenTrue: body, whenFalse: otherwise });
      otherwise = test;
    }
    from.goTo(otherwise);
  }

  /** Without any clause it waits for ever. The operands of all cases are evaluated before one of them is chosen. */
  #select(statement: SelectStatementNode, place: Place): void {
    const { from, next } = place;
    const targets = this.#targetsIn(place);
    for (const clause of statement.children)
      if (clause.kind === "communication_case") from.run(operandsOf(clause));
    for (const clause of statement.children) {
      const body = new DraftBlock();
      from.goTo(body, { kind: "communication", clause });
      if (clause.kind === "communication_case") body.steps.push(clause.communication);
      this.#connectAll(clause, { from: body, next, targets });
    }
    if (errorsIn(statement).length > 0) from.goTo(next);
  }

  /** The simple statement at the head of an `if`, `for` or `switch`. */
  #initialize(initializer: SyntaxNode | undefined, { from, targets }: Place): DraftBlock {
    return initializer ? this.#append(initializer, { from, next: new DraftBlock(), targets }) : from;
  }

  /** Where jumps lead inside a statement that `break` ends and, given a block for it, `continue` goes on with. */
  #targetsIn({ next, targets, label }: Place, turn = targets.continue): JumpTargets {
    const inside = { ...targets, break: next, ...(turn && { continue: turn }) };
    if (label !== undefined) this.#labels.setTargets(label, inside);
    return inside;
  }
}

/** What the cases of a switch are compared to. `switch true` is the long form of a switch without subject. */
function subjectOf({ value }: SwitchStatement): Expression | undefined {
  return value?.kind === "true" ? undefined : value;
}

/** Ends a block and returns one for what stands behind it in the source, which nothing leads to. */
function leave(block: DraftBlock, exit: Exit): DraftBlock {
  block.exit = exit;
  return new DraftBlock();
}
